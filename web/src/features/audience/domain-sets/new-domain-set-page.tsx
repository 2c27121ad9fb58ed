import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import { useNavigate } from "react-router";
import { Button } from "@/components/button.tsx";
import { DropZone } from "@/components/drop-zone.tsx";
import { TextAreaField, TextField } from "@/components/field.tsx";
import { Notice } from "@/components/notice.tsx";
import { ProgressBar } from "@/components/progress-bar.tsx";
import { RadioGroup } from "@/components/radio-group.tsx";
import { Wizard } from "@/components/wizard.tsx";
import { useGrants, useMe } from "@/features/identity/me/queries.ts";
import { isRetryable, messageOf, RefusedError } from "@/lib/api-error.ts";
import { countOf, formatBytes } from "@/lib/format.ts";
import { mayAll, refusal } from "@/lib/permissions.ts";
import { sharingInput, useSharingOptions } from "@/records/sharing.ts";
import { useCrumb } from "@/shell/crumbs.tsx";
import { refreshDomainSets } from "./mutations.ts";
import { StubsChoice } from "./stubs-choice.tsx";
import { type Lines, useTakeIn } from "./use-take-in.ts";
import { pastedLines } from "./words.ts";
import "@/components/card.css";
import "./domain-sets.css";

const ACCEPTED = ".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain";

/** A set is made of a file or of pasted lines. They are read and matched as a job, which the set's own page shows. */
export default function NewDomainSetPage() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const me = useMe();
  const makesAccounts = mayAll(useGrants(), "ACCOUNTS_EDIT");
  const options = useSharingOptions(null, "domain sets", "domain sets");
  const [lines, setLines] = useState<Lines | null>(null);
  const [several, setSeveral] = useState(0);
  const [name, setName] = useState("");
  const [sharing, setSharing] = useState("PRIVATE");
  const [stubs, setStubs] = useState(false);
  useCrumb("New domain set");
  const { state, send, cancel } = useTakeIn((id) => {
    void refreshDomainSets(client);
    void navigate(id === null ? "/domain-sets" : `/domain-sets/${id}`, { replace: true, state: { fresh: true } });
  });
  const sending = state.kind === "sending";
  usePasted(lines === null, (text) => setLines({ kind: "pasted", text }));
  const submit = () => {
    if (lines !== null) send(lines, { name: name.trim() === "" ? null : name.trim(), stubs, ...sharingInput(sharing) });
  };
  const refused = state.kind === "refused" && state.error instanceof RefusedError ? state.error.userErrors : [];
  const said = (field: string) => refused.find((error) => error.field === field)?.message;
  return (
    <Wizard
      title="New domain set"
      sub="Companies you want to reach, one domain a line"
      steps={[]}
      current={0}
      backLabel="Domain sets"
      onBack={() => void navigate("/domain-sets")}
      // Until something is chosen, choosing it is all there is to do.
      {...(lines === null ? {} : { onNext: submit })}
      nextLabel="Upload and match"
      nextBusy={sending}
      nextDisabledReason={
        lines?.kind === "pasted" && pastedLines(lines.text) === 0 ? "Paste at least one domain" : undefined
      }
    >
      <div className="scroll bg-well">
        <div className="take-in">
          {state.kind === "refused" ? (
            <Notice
              tone="danger"
              title="The domains were not taken in. What you chose is kept."
              action={
                isRetryable(state.error) ? (
                  <Button small onClick={submit}>
                    Try again
                  </Button>
                ) : undefined
              }
            >
              {messageOf(state.error)}
            </Notice>
          ) : null}
          {several > 1 ? (
            <Notice tone="warning" title="One file at a time">
              {several} files were dropped and none was taken: each becomes a set of its own. Drop them one by one.
            </Notice>
          ) : null}
          {lines === null ? (
            <DropZone
              title="Drop a CSV or text file here"
              hint="or paste a column of domains, websites or emails"
              label="File with domains"
              accept={ACCEPTED}
              pasteLabel="Paste domains"
              onFile={(file) => {
                setSeveral(0);
                setLines({ kind: "file", file });
              }}
              onSeveral={setSeveral}
              onPaste={() => {
                setSeveral(0);
                setLines({ kind: "pasted", text: "" });
              }}
            />
          ) : lines.kind === "file" ? (
            <ChosenFile
              file={lines.file}
              sent={sending ? state.sent : null}
              onCancel={cancel}
              onOther={() => setLines(null)}
            />
          ) : (
            <div className="card flex flex-col gap-3 p-4">
              <TextAreaField
                label="Domains"
                required
                className="mono"
                rows={10}
                autoFocus
                spellCheck={false}
                wrap="off"
                placeholder={"nordwerk.de\nhttps://www.example.com/about\nmail@acme.co.uk"}
                value={lines.text}
                onChange={(event) => setLines({ kind: "pasted", text: event.target.value })}
                error={said("text") ?? said("file")}
                hint="One a line; or columns of domain, name of the company and notes, as copied from a spreadsheet."
              />
              <div className="row">
                <span className="t-12 t-2 num" role="status">
                  {countOf(pastedLines(lines.text), "line", "lines")}
                </span>
                <Button variant="quiet" className="push" onClick={() => setLines(null)}>
                  Choose a file instead
                </Button>
              </div>
            </div>
          )}
          <div className="card flex flex-col gap-5 p-4">
            <TextField
              label="Name"
              value={name}
              maxLength={200}
              onChange={(event) => setName(event.target.value)}
              error={said("name")}
              hint="Left empty, it is called as the file is."
            />
            <RadioGroup
              label="Who sees it"
              value={sharing}
              onChange={setSharing}
              options={options}
              error={said("sharing") ?? said("teamId")}
            />
            <StubsChoice
              checked={stubs}
              onChange={setStubs}
              refused={makesAccounts ? null : refusal(me.role, "make accounts")}
            />
          </div>
          <Hints />
        </div>
      </div>
    </Wizard>
  );
}

/** Lines copied elsewhere are taken wherever the page has the focus, and shown before they are sent. */
function usePasted(enabled: boolean, onText: (text: string) => void): void {
  const take = useEffectEvent((event: ClipboardEvent) => {
    if (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement) return;
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (text.trim() !== "") onText(text);
  });
  useEffect(() => {
    if (!enabled) return;
    document.addEventListener("paste", take);
    return () => document.removeEventListener("paste", take);
  }, [enabled]);
}

function ChosenFile({
  file,
  sent,
  onCancel,
  onOther,
}: {
  file: File;
  /** Null while it waits to be sent. */
  sent: number | null;
  onCancel: () => void;
  onOther: () => void;
}) {
  return (
    <div className="card p-4" aria-live="polite">
      <div className="row">
        <span className="med clip">{file.name}</span>
        <span className="push t-2 num whitespace-nowrap">
          {sent === null ? formatBytes(file.size) : `${formatBytes(sent)} of ${formatBytes(file.size)}`}
        </span>
      </div>
      {sent === null ? null : (
        <div className="my-2">
          <ProgressBar done={sent} total={file.size} label="Upload" />
        </div>
      )}
      <div className="row">
        <span className="t-12 t-3">
          {sent === null
            ? "Nothing is sent before you say so."
            : sent >= file.size
              ? "Its head is being looked at."
              : "Keep this page open until it has arrived."}
        </span>
        {sent === null ? (
          <Button small variant="quiet" className="push" onClick={onOther}>
            Choose another
          </Button>
        ) : (
          <Button small variant="quiet" className="link push" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </div>
  );
}

function Hints() {
  return (
    <dl className="take-in-hints">
      <div>
        <dt>What is read</dt>
        <dd>Domains, websites and emails. Columns for the company's name and notes are found by themselves.</dd>
      </div>
      <div>
        <dt>What is mended</dt>
        <dd>
          Slips such as example,com, and what stands around a domain. Lines that name none are listed with the reason.
        </dd>
      </div>
      <div>
        <dt>How much</dt>
        <dd>Up to 250,000 domains in one set, each once; 32 MB.</dd>
      </div>
    </dl>
  );
}
