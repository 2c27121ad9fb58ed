import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useEffectEvent, useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { Button } from "@/components/button.tsx";
import { DropZone } from "@/components/drop-zone.tsx";
import { Notice } from "@/components/notice.tsx";
import { ProgressBar } from "@/components/progress-bar.tsx";
import { Wizard } from "@/components/wizard.tsx";
import { isRetryable, messageOf } from "@/lib/api-error.ts";
import { formatBytes } from "@/lib/format.ts";
import { useCrumb } from "@/shell/crumbs.tsx";
import { importAgain } from "./again.ts";
import { STEPS } from "./import-state.ts";
import { PasteBox } from "./paste-box.tsx";
import { importQuery } from "./queries.ts";
import { SheetPicker } from "./sheet-picker.tsx";
import { type PickedFile, useUpload } from "./use-upload.ts";
import { isWorkbook, readSheets, type Sheet } from "./workbook.ts";
import "./imports.css";

const ACCEPTED =
  ".csv,.tsv,.txt,.xlsx,.xlsm,text/csv,text/tab-separated-values,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** First step: a file, by dropping, choosing or pasting. Nothing is written to any record here. */
export default function UploadPage() {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const like = params.get("like");
  const after = like === null ? "" : `?like=${like}`;
  const upload = useUpload(
    (id) => void navigate(`/contacts/imports/${id}${after}`, { replace: true, state: { fresh: true } }),
  );
  const [pasting, setPasting] = useState<string | null>(null);
  const [choosing, setChoosing] = useState<{ file: PickedFile; sheets: Sheet[] } | null>(null);
  const [several, setSeveral] = useState(0);
  useCrumb("New import");
  const take = async (file: PickedFile) => {
    setSeveral(0);
    const sheets = isWorkbook(file.name) ? await readSheets(file.blob) : null;
    if (sheets !== null && sheets.length > 1) setChoosing({ file, sheets });
    else upload.send(file);
  };
  usePasted(take, setPasting);
  const { state } = upload;
  return (
    <Wizard
      title="New import"
      sub="Contacts, accounts, or both, one row each"
      steps={STEPS}
      current={0}
      onBack={() => void navigate("/contacts/imports")}
    >
      <div className="scroll bg-well">
        <div className="upload-step">
          {like === null || state.kind === "sending" ? null : <Like id={like} />}
          {state.kind === "refused" ? (
            <Refused file={state.file} error={state.error} onRetry={() => upload.send(state.file)} />
          ) : null}
          {several > 1 ? (
            <Notice tone="warning" title="One file at a time">
              {several} files were dropped and none was taken: each import has its own mapping. Drop them one by one.
            </Notice>
          ) : null}
          {state.kind === "sending" ? (
            <Sending file={state.file} sent={state.sent} onCancel={upload.cancel} />
          ) : choosing !== null ? (
            <SheetPicker
              fileName={choosing.file.name}
              sheets={choosing.sheets}
              onCancel={() => setChoosing(null)}
              onPick={(sheet) => {
                setChoosing(null);
                upload.send({ ...choosing.file, sheet });
              }}
            />
          ) : pasting === null ? (
            <DropZone
              title="Drop a CSV or Excel file here"
              hint="or paste rows copied from a spreadsheet"
              label="File to import"
              accept={ACCEPTED}
              pasteLabel="Paste rows"
              onFile={(file) => void take({ blob: file, name: file.name })}
              onSeveral={setSeveral}
              onPaste={() => setPasting("")}
            />
          ) : (
            <PasteBox
              text={pasting}
              onChange={setPasting}
              onClose={() => setPasting(null)}
              onSend={() => upload.send({ blob: new Blob([pasting], { type: "text/csv" }), name: "Pasted rows.csv" })}
            />
          )}
          <Hints />
        </div>
      </div>
    </Wizard>
  );
}

/** A file copied in the file manager is taken; rows copied in a spreadsheet are shown first, for a key hit by mistake. */
function usePasted(onFile: (file: PickedFile) => Promise<void>, onText: (text: string) => void): void {
  const take = useEffectEvent((event: ClipboardEvent) => {
    if (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement) return;
    // Spreadsheets put a picture of the cells beside their text.
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const [file] = event.clipboardData?.files ?? [];
    if (text.trim() !== "") onText(text);
    else if (file !== undefined) void onFile({ blob: file, name: file.name });
  });
  useEffect(() => {
    document.addEventListener("paste", take);
    return () => document.removeEventListener("paste", take);
  }, []);
}

function Sending({ file, sent, onCancel }: { file: PickedFile; sent: number; onCancel: () => void }) {
  const total = file.blob.size;
  const arrived = sent >= total;
  return (
    <div className="card p-5" aria-live="polite">
      <div className="row">
        <span className="med clip">{arrived ? `Looking at ${file.name}` : `Uploading ${file.name}`}</span>
        <span className="push t-2 num whitespace-nowrap">
          {formatBytes(sent)} of {formatBytes(total)}
        </span>
      </div>
      <div className="my-2">
        <ProgressBar done={sent} total={total} label="Upload" />
      </div>
      <div className="row">
        <span className="t-12 t-3">
          {arrived ? "The table and its header are being found." : "Keep this page open until it has arrived."}
        </span>
        <Button small variant="quiet" className="link push" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

function Refused({ file, error, onRetry }: { file: PickedFile; error: unknown; onRetry: () => void }) {
  const action: ReactNode = isRetryable(error) ? (
    <Button small onClick={onRetry}>
      Try again
    </Button>
  ) : undefined;
  return (
    <Notice tone="danger" title={`${file.name} was not taken`} action={action}>
      {messageOf(error)}
    </Notice>
  );
}

/** The settings of another import wait for the file; that may be its own once more. */
function Like({ id }: { id: string }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const one = useQuery(importQuery(id)).data;
  const again = useMutation({
    mutationFn: () => importAgain(id),
    onSuccess: async (child) => {
      await client.invalidateQueries({ queryKey: ["imports"] });
      void navigate(`/contacts/imports/${child}?step=map`, { replace: true, state: { fresh: true } });
    },
  });
  if (one === null || one === undefined) return null;
  return (
    <Notice
      tone={again.isError ? "danger" : "info"}
      title={again.isError ? `${one.fileName} was not taken again` : `With the settings of ${one.name}`}
      action={
        <Button small busy={again.isPending || again.isSuccess} onClick={() => again.mutate()}>
          {again.isError ? "Try again" : "Use its file once more"}
        </Button>
      }
    >
      {again.isError
        ? `${messageOf(again.error)} Choose the file below instead.`
        : "Columns of the same names go where they went then. You see them before anything is written."}
    </Notice>
  );
}

function Hints() {
  return (
    <dl className="upload-hints">
      <div>
        <dt>Format</dt>
        <dd>CSV in any encoding, or an Excel workbook (.xlsx), one of its sheets.</dd>
      </div>
      <div>
        <dt>Columns</dt>
        <dd>Any names and order. You see and change where each one goes on the next page.</dd>
      </div>
      <div>
        <dt>Same people again</dt>
        <dd>Are found by email, LinkedIn, or name with account, and updated instead of doubled.</dd>
      </div>
    </dl>
  );
}
