import { useQuery } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { Button } from "@/components/button.tsx";
import { Notice } from "@/components/notice.tsx";
import { ProgressBar } from "@/components/progress-bar.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { type DomainSet, matchJobQuery, type Report } from "./queries.ts";
import { progressWords } from "./words.ts";

/** How far the reading and matching are. They go on when the page is left; to stop them loses nothing that is matched. */
export function MatchProgress({
  set,
  report,
  mayCancel,
  stop,
  onAgain,
}: {
  set: DomainSet;
  report: Report | undefined;
  mayCancel: boolean;
  stop: { run: () => void; busy: boolean; done: boolean };
  onAgain: () => void;
}) {
  const seesJobs = useMay("JOBS_VIEW");
  const job = useQuery({
    ...matchJobQuery(set.jobId ?? ""),
    enabled: seesJobs && Boolean(set.jobId),
    refetchInterval: 1000,
  }).data;
  const reading = set.state === "READING";
  if (job?.state === "PARKED") {
    return (
      <div className="span">
        <Notice
          tone="danger"
          title="It failed too often, and waits"
          action={
            mayCancel && !reading ? (
              <Button small icon={RefreshCw} onClick={onAgain}>
                Match again
              </Button>
            ) : undefined
          }
        >
          {job.error ?? "Something went wrong."} What was {reading ? "read" : "matched"} until then is kept.
          {reading ? " Upload the file again." : ""}
        </Notice>
      </div>
    );
  }
  // Who may not see the job sees how many domains are decided.
  const progress =
    job?.progress ??
    (report === undefined || reading
      ? { done: set.items, total: null }
      : { done: report.items - report.pending, total: report.items });
  return (
    <section className="card hero" aria-label="Progress">
      <div className="row items-start gap-4">
        <div className="grow">
          <h2 className="t-16 semi">
            {stop.done ? "Stopping" : (job?.progress.phase ?? (reading ? "Reading lines" : "Matching"))}
          </h2>
          <p className="t-2">
            You can leave this page: it goes on.{" "}
            {reading
              ? "Stopped now, the file has to be uploaded again."
              : "Stopped now, what is matched until then stays."}
          </p>
        </div>
        {mayCancel ? (
          <Button
            variant="danger"
            busy={stop.busy}
            disabledReason={stop.done ? "It is stopping already" : undefined}
            onClick={stop.run}
          >
            Stop
          </Button>
        ) : null}
      </div>
      <div className="run-bar">
        <ProgressBar done={progress.done} total={progress.total ?? null} label="Matching" big />
      </div>
      <p className="t-2 num" data-testid="match-progress">
        {progressWords({ rate: null, etaSeconds: null, phase: null, ...progress })}
      </p>
    </section>
  );
}
