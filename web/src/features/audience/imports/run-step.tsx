import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/button.tsx";
import { Dialog } from "@/components/dialog.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { OutcomeBar } from "@/components/outcome-bar.tsx";
import { ProgressBar } from "@/components/progress-bar.tsx";
import { Wizard } from "@/components/wizard.tsx";
import { useMe } from "@/features/identity/me/queries.ts";
import { countOf, formatCount, formatDuration } from "@/lib/format.ts";
import { refusal } from "@/lib/permissions.ts";
import { FileWords } from "./file-words.tsx";
import { partsOf, STEPS } from "./import-state.ts";
import { cancelImport } from "./mutations.ts";
import { OutcomeSums } from "./outcome-sums.tsx";
import type { Import } from "./queries.ts";
import "@/components/card.css";
import "@/components/result.css";

/** Fourth step: the run, live. It goes on when the page is left. */
export function RunStep({ one, mayRun }: { one: Import; mayRun: boolean }) {
  const me = useMe();
  const [asking, setAsking] = useState(false);
  const cancel = useMutation({ mutationFn: () => cancelImport(one.id), onSuccess: () => setAsking(false) });
  const { progress, outcomes } = one;
  // Rows decided, not the job's own count: the sum below is of these.
  const done = Math.max(outcomes.read, progress?.done ?? 0);
  const total = progress?.total ?? one.rowCount ?? null;
  const waiting = done === 0;
  return (
    <Wizard title={one.name} sub={<FileWords one={one} />} steps={STEPS} current={3}>
      <div className="scroll bg-well">
        <div className="result-grid">
          <section className="card hero" aria-label="Progress">
            <div className="row items-start gap-4">
              <div className="grow">
                <h2 className="t-16 semi" aria-live="off">
                  {cancel.isSuccess
                    ? "Stopping after the rows being written"
                    : waiting
                      ? "Starting"
                      : (progress?.phase ?? "Importing")}
                </h2>
                <p className="t-2">You can leave this page. The import goes on, and its result stays here.</p>
              </div>
              <Button
                variant="danger"
                disabledReason={
                  cancel.isSuccess ? "It is stopping already" : mayRun ? undefined : refusal(me.role, "stop imports")
                }
                onClick={() => setAsking(true)}
              >
                Stop import
              </Button>
            </div>
            <div className="run-bar">
              <ProgressBar done={done} total={total} label="Rows imported" big />
            </div>
            <dl className="run-facts">
              <div>
                <dt>Rows</dt>
                <dd className="num" data-testid="run-rows">
                  {formatCount(done)}
                  <small>{total === null ? "" : ` of about ${formatCount(Math.max(total, done))}`}</small>
                </dd>
              </div>
              <div>
                <dt>Speed</dt>
                <dd className="num" data-testid="run-rate">
                  {progress?.rate ? formatCount(Math.round(progress.rate)) : "–"}
                  <small> rows a second</small>
                </dd>
              </div>
              <div>
                <dt>Time left</dt>
                <dd className="num" data-testid="run-eta">
                  {progress?.etaSeconds === null || progress?.etaSeconds === undefined
                    ? "–"
                    : formatDuration(progress.etaSeconds)}
                </dd>
              </div>
            </dl>
          </section>
          <section className="card hero" aria-label="So far">
            <h2 className="t-14 semi">So far</h2>
            <div className="mt-3 mb-1">
              <OutcomeBar parts={partsOf(outcomes)} total={outcomes.read} />
            </div>
            <OutcomeSums one={one} />
          </section>
        </div>
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Stop after ${countOf(done, "row", "rows")}?`}
        description="What is written stays. The rest of the file is counted as not run; upload the file again to go on, rows already written come out unchanged."
      >
        <FormShell
          onSubmit={() => cancel.mutate()}
          loading={cancel.isPending}
          submitError={cancel.error}
          submitLabel="Stop import"
          onCancel={() => setAsking(false)}
        >
          {null}
        </FormShell>
      </Dialog>
    </Wizard>
  );
}
