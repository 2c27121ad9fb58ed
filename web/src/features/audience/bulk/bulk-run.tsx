import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/button.tsx";
import { Dialog } from "@/components/dialog.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { ProgressBar } from "@/components/progress-bar.tsx";
import { Wizard } from "@/components/wizard.tsx";
import { countOf, formatCount, formatDuration } from "@/lib/format.ts";
import { About, whoWords } from "./about.tsx";
import { nounsOf } from "./bulk-state.ts";
import { cancelBulk } from "./mutations.ts";
import type { Bulk } from "./queries.ts";
import "@/components/card.css";
import "@/components/result.css";

/** The run, live. It goes on when the page is left. */
export function BulkRun({ one }: { one: Bulk }) {
  const [asking, setAsking] = useState(false);
  const cancel = useMutation({ mutationFn: () => cancelBulk(one.id), onSuccess: () => setAsking(false) });
  const [noun, nouns] = nounsOf(one.entity);
  const { progress } = one;
  const done = progress?.done ?? 0;
  const total = progress?.total ?? (one.counts.selected > 0 ? one.counts.selected : (one.expected ?? null));
  const phase = progress?.phase ?? (one.state === "ASKED" || done === 0 ? "Starting" : "Changing records");
  return (
    <Wizard title={one.action.title} sub={whoWords(one)} steps={[]} current={0}>
      <div className="scroll bg-well">
        <div className="result-grid">
          <section className="card hero" aria-label="Progress">
            <div className="row items-start gap-4">
              <div className="grow">
                <h2 className="t-16 semi">{cancel.isSuccess ? `Stopping after the ${nouns} being written` : phase}</h2>
                <p className="t-2">You can leave this page. The bulk change goes on, and its result stays here.</p>
              </div>
              <Button
                variant="danger"
                disabledReason={cancel.isSuccess ? "It is stopping already" : undefined}
                onClick={() => setAsking(true)}
              >
                Stop
              </Button>
            </div>
            <div className="run-bar">
              <ProgressBar done={done} total={total} label={`${one.action.title}, progress`} big />
            </div>
            <dl className="run-facts">
              <div>
                <dt>{noun === "account" ? "Accounts" : "Contacts"}</dt>
                <dd className="num" data-testid="run-records">
                  {formatCount(done)}
                  <small>{total === null ? "" : ` of ${formatCount(Math.max(total, done))}`}</small>
                </dd>
              </div>
              <div>
                <dt>Speed</dt>
                <dd className="num">
                  {progress?.rate ? formatCount(Math.round(progress.rate)) : "–"}
                  <small> a second</small>
                </dd>
              </div>
              <div>
                <dt>Time left</dt>
                <dd className="num">
                  {progress?.etaSeconds === null || progress?.etaSeconds === undefined
                    ? "–"
                    : formatDuration(progress.etaSeconds)}
                </dd>
              </div>
            </dl>
          </section>
          <div className="span">
            <About one={one} />
          </div>
        </div>
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Stop after ${countOf(done, noun, nouns)}?`}
        description={`What is changed stays so and can be undone. The other ${nouns} stay as they are, counted as not run.`}
      >
        <FormShell
          onSubmit={() => cancel.mutate()}
          loading={cancel.isPending}
          submitError={cancel.error}
          submitLabel="Stop bulk change"
          onCancel={() => setAsking(false)}
        >
          {null}
        </FormShell>
      </Dialog>
    </Wizard>
  );
}
