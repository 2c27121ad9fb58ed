import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useSearchParams } from "react-router";
import { Button } from "@/components/button.tsx";
import { Checkbox } from "@/components/checkbox.tsx";
import { Notice } from "@/components/notice.tsx";
import { ProgressBar } from "@/components/progress-bar.tsx";
import { toastFailed } from "@/components/toast.tsx";
import { Wizard } from "@/components/wizard.tsx";
import { useMay, useMe } from "@/features/identity/me/queries.ts";
import { messageOf } from "@/lib/api-error.ts";
import { formatCount } from "@/lib/format.ts";
import { refusal } from "@/lib/permissions.ts";
import { paceWords, secondsBetween } from "@/records/pace.ts";
import { FileWords } from "./file-words.tsx";
import { STEPS } from "./import-state.ts";
import { cancelImport, startImport, startPreview } from "./mutations.ts";
import { checkedWords, runLabel } from "./preview.ts";
import { PreviewLists } from "./preview-lists.tsx";
import type { Import } from "./queries.ts";

/** Third step: what the run would come to, before anything is written. */
export function PreviewStep({ one, mayRun }: { one: Import; mayRun: boolean }) {
  const me = useMe();
  const client = useQueryClient();
  const [, setParams] = useSearchParams();
  const refresh = () => client.invalidateQueries({ queryKey: ["imports"] });
  const [verifyEmails, setVerifyEmails] = useState(false);
  const mayVerify = useMay("EMAILS_VERIFY") && one.kind !== "ACCOUNTS";
  const start = useMutation({ mutationFn: () => startImport(one.id, { verifyEmails }), onSuccess: refresh });
  const again = useMutation({
    mutationFn: () => startPreview(one.id),
    onSuccess: refresh,
    onError: (error) => toastFailed(`The preview was not started. ${messageOf(error)}`, () => again.mutate()),
  });
  const { preview } = one;
  const done = preview !== null && preview !== undefined && preview.state === "DONE";
  const running = preview?.state === "RUNNING";
  return (
    <Wizard
      title="Preview"
      sub={<FileWords one={one} />}
      steps={STEPS}
      current={2}
      onBack={() => setParams({ step: "map" })}
      backLabel="Back to columns"
      onNext={() => (done ? start.mutate() : again.mutate())}
      nextLabel={done ? runLabel(preview.outcomes) : running ? "Import" : "Preview all rows"}
      nextBusy={start.isPending || start.isSuccess || again.isPending}
      nextDisabledReason={
        !mayRun ? refusal(me.role, "import files") : running ? "Every row is being checked first" : undefined
      }
      footNote={
        done ? checkedWords(preview.outcomes.read, secondsBetween(preview.startedAt, preview.finishedAt)) : null
      }
      notice={
        start.isError || (mayRun && mayVerify) ? (
          <>
            {start.isError ? (
              <Notice tone="danger" title="Not started. The preview and its settings are kept.">
                {messageOf(start.error)}
              </Notice>
            ) : null}
            {mayRun && mayVerify ? <Afterwards checked={verifyEmails} onChange={setVerifyEmails} /> : null}
          </>
        ) : null
      }
    >
      {done ? (
        <PreviewLists key={preview.startedAt} one={one} preview={preview} />
      ) : (
        <div className="scroll bg-well">
          <div className="upload-step">
            {running ? (
              <Checking one={one} action={mayRun ? <Blindly start={start} /> : null} />
            ) : (
              <Notice
                tone={preview?.state === "FAILED" ? "danger" : "warning"}
                title={
                  preview?.state === "FAILED" ? "The preview ended early" : "There is no preview of these settings"
                }
                action={mayRun ? <Blindly start={start} /> : undefined}
              >
                {preview?.error ?? "It was stopped, or it has expired. Nothing has been written."}
              </Notice>
            )}
          </div>
        </div>
      )}
    </Wizard>
  );
}

/** The dry run at work: the same reading and deciding as the run, without a write. */
function Checking({ one, action }: { one: Import; action: ReactNode }) {
  const client = useQueryClient();
  const stop = useMutation({
    mutationFn: () => cancelImport(one.id),
    onSuccess: () => client.invalidateQueries({ queryKey: ["imports"] }),
    onError: (error) => toastFailed(`The preview was not stopped. ${messageOf(error)}`, () => stop.mutate()),
  });
  const progress = one.preview?.progress;
  const done = progress?.done ?? 0;
  const total = progress?.total ?? one.rowCount ?? null;
  return (
    <section className="card p-5" aria-label="Preview progress">
      <div className="row">
        <h2 className="t-14 semi">Checking every row</h2>
        <span className="push t-2 num whitespace-nowrap" data-testid="preview-rows">
          {formatCount(done)}
          {total === null ? "" : ` of about ${formatCount(Math.max(total, done))}`}
        </span>
      </div>
      <div className="my-3">
        <ProgressBar done={done} total={total} label="Rows checked" big />
      </div>
      <div className="row items-start">
        <p className="t-2 grow">
          {paceWords(progress) || "Starting"}. Nothing is written. You can leave this page; the preview stays here.
        </p>
        <Button small busy={stop.isPending || stop.isSuccess} onClick={() => stop.mutate()}>
          Stop
        </Button>
        {action}
      </div>
    </section>
  );
}

/** What follows when the run has ended; nothing, unless it is asked for. */
function Afterwards({ checked, onChange }: { checked: boolean; onChange: (checked: boolean) => void }) {
  return (
    <span className="row gap-2" title="Whether mail can reach the contacts of this import. No mail is sent.">
      <Checkbox checked={checked} label="Verify emails afterwards" onChange={(next) => onChange(next)} />
      <span aria-hidden="true">Verify emails afterwards</span>
    </span>
  );
}

/** For a file that somebody knows already. Apart from the button that goes on, so that no key starts it by mistake. */
function Blindly({ start }: { start: { mutate: () => void; isPending: boolean } }) {
  return (
    <Button small variant="quiet" busy={start.isPending} onClick={() => start.mutate()}>
      Import without preview
    </Button>
  );
}
