import { FileUp, Upload as UploadIcon } from "lucide-react";
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { Button } from "@/components/button.tsx";
import { Icon } from "@/components/icon.tsx";
import { Notice } from "@/components/notice.tsx";
import { ProgressBar } from "@/components/progress-bar.tsx";
import { Wizard } from "@/components/wizard.tsx";
import { isRetryable, messageOf } from "@/lib/api-error.ts";
import { formatBytes } from "@/lib/format.ts";
import { useCrumb } from "@/shell/crumbs.tsx";
import { STEPS } from "./import-state.ts";
import { type PickedFile, useUpload } from "./use-upload.ts";
import "./imports.css";

/** First step: a file, by dropping, choosing or pasting. Nothing is written to any record here. */
export default function UploadPage() {
  const navigate = useNavigate();
  const upload = useUpload((id) => void navigate(`/contacts/imports/${id}`, { replace: true, state: { fresh: true } }));
  const [pasting, setPasting] = useState<string | null>(null);
  useCrumb("New import");
  usePastedFile((file) => upload.send(file));
  const { state } = upload;
  return (
    <Wizard
      title="New import"
      sub="Contacts with their accounts, one row each"
      steps={STEPS}
      current={0}
      onBack={() => void navigate("/contacts/imports")}
    >
      <div className="scroll bg-well">
        <div className="upload-step">
          {state.kind === "refused" ? (
            <Refused file={state.file} error={state.error} onRetry={() => upload.send(state.file)} />
          ) : null}
          {state.kind === "sending" ? (
            <Sending file={state.file} sent={state.sent} onCancel={upload.cancel} />
          ) : pasting === null ? (
            <DropZone onFile={upload.send} onPaste={() => setPasting("")} />
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

/** A file copied in the file manager, or rows copied in a spreadsheet, pasted anywhere on the page. */
function usePastedFile(onFile: (file: PickedFile) => void): void {
  const take = useEffectEvent((event: ClipboardEvent) => {
    if (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement) return;
    const [file] = event.clipboardData?.files ?? [];
    if (file !== undefined) return onFile({ blob: file, name: file.name });
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (text.includes("\n")) onFile({ blob: new Blob([text], { type: "text/csv" }), name: "Pasted rows.csv" });
  });
  useEffect(() => {
    document.addEventListener("paste", take);
    return () => document.removeEventListener("paste", take);
  }, []);
}

function DropZone({ onFile, onPaste }: { onFile: (file: PickedFile) => void; onPaste: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file !== undefined) onFile({ blob: file, name: file.name });
  };
  return (
    <div
      className={`drop-zone ${over ? "over" : ""}`}
      data-testid="drop-zone"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <span className="art">
        <Icon as={FileUp} size="lg" />
      </span>
      <h2 className="t-14 semi">Drop a CSV or Excel file here</h2>
      <p className="t-2">or paste rows copied from a spreadsheet</p>
      <div className="row mt-3">
        <Button variant="primary" icon={UploadIcon} onClick={() => input.current?.click()}>
          Choose a file
        </Button>
        <Button onClick={onPaste}>Paste rows</Button>
      </div>
      <input
        ref={input}
        type="file"
        className="sr"
        tabIndex={-1}
        aria-label="File to import"
        accept=".csv,.tsv,.txt,.xlsx,.xlsm,text/csv,text/tab-separated-values,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={(event) => {
          take(event.target.files);
          // The same file again must count as a new choice.
          event.target.value = "";
        }}
      />
    </div>
  );
}

function PasteBox(props: { text: string; onChange: (text: string) => void; onSend: () => void; onClose: () => void }) {
  const empty = props.text.trim() === "";
  return (
    <div className="card flex flex-col gap-3 p-4">
      <label className="t-13 med" htmlFor="pasted-rows">
        Rows, with their header first
      </label>
      <span className="input area">
        <textarea
          id="pasted-rows"
          className="mono"
          rows={12}
          autoFocus
          spellCheck={false}
          value={props.text}
          onChange={(event) => props.onChange(event.target.value)}
        />
      </span>
      <div className="row justify-end">
        <Button variant="quiet" onClick={props.onClose}>
          Choose a file instead
        </Button>
        <Button variant="primary" disabledReason={empty ? "Paste the rows first" : undefined} onClick={props.onSend}>
          Upload rows
        </Button>
      </div>
    </div>
  );
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

function Hints() {
  return (
    <dl className="upload-hints">
      <div>
        <dt>Format</dt>
        <dd>CSV in any encoding, or an Excel workbook (.xlsx): its first sheet with rows.</dd>
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
