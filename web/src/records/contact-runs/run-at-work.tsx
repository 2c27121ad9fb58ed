import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "@/components/button.tsx";
import { OutcomeBar, type OutcomePart } from "@/components/outcome-bar.tsx";
import { ProgressBar } from "@/components/progress-bar.tsx";
import { toastFailed } from "@/components/toast.tsx";
import { Wizard } from "@/components/wizard.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { formatCount, formatDuration, sentence } from "@/lib/format.ts";
import { type ContactRun, overOf } from "./run.ts";
import "@/components/card.css";
import "@/components/result.css";

/** The run, live. It goes on when the page is left; to stop it loses nothing. */
export function RunAtWork({
  one,
  title,
  label,
  cameTo,
  parts,
  cancel,
  children,
  aside,
}: {
  one: ContactRun;
  title: string;
  /** Of the progress bar. */
  label: string;
  cameTo: string;
  parts: OutcomePart[];
  cancel: (id: string) => Promise<void>;
  /** What somebody who waits should know. */
  children: ReactNode;
  aside: ReactNode;
}) {
  const stop = useMutation({
    mutationFn: () => cancel(one.id),
    onError: (error) => toastFailed(`Not stopped. ${messageOf(error)}`),
  });
  const { progress, counts } = one;
  const over = overOf(one);
  const done = progress?.done ?? counts.done;
  const total = progress?.total ?? one.expected ?? null;
  return (
    <Wizard title={title} sub={one.createdBy ? `By ${one.createdBy}` : ""} steps={[]} current={0}>
      <div className="scroll bg-well">
        <div className="result-grid">
          <section className="card hero" aria-label="Progress">
            <div className="row items-start gap-4">
              <div className="grow">
                <h2 className="t-16 semi">
                  {stop.isSuccess ? `Stopping after the ${over} being looked at` : (progress?.phase ?? "Starting")}
                </h2>
                <p className="t-2">{children}</p>
              </div>
              <Button
                variant="danger"
                busy={stop.isPending}
                disabledReason={stop.isSuccess ? "It is stopping already" : undefined}
                onClick={() => stop.mutate()}
              >
                Stop
              </Button>
            </div>
            <div className="run-bar">
              <ProgressBar done={done} total={total} label={label} big />
            </div>
            <dl className="run-facts">
              <div>
                <dt>{sentence(over)}</dt>
                <dd className="num" data-testid="run-contacts">
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
            {counts.done === 0 ? null : (
              <div className="mt-4">
                <p className="t-2 mb-1">{cameTo} so far</p>
                <OutcomeBar parts={parts} total={counts.done} />
              </div>
            )}
          </section>
          {aside}
        </div>
      </div>
    </Wizard>
  );
}
