import { useState } from "react";
import { Link } from "react-router";
import { Status, type Tone } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { ProgressBar } from "@/components/progress-bar.tsx";
import { useMe } from "@/features/identity/me/queries.ts";
import type { JobState } from "@/gql/graphql.ts";
import { formatAge, formatCount, formatDuration, formatFull, secondsUntil } from "@/lib/format.ts";
import { refusal } from "@/lib/permissions.ts";
import type { jobCommands } from "./mutations.ts";
import type { Job } from "./queries.ts";

export const JOB_STATES: Record<JobState, { label: string; tone: Tone | "hollow" }> = {
  QUEUED: { label: "Waiting", tone: "hollow" },
  RUNNING: { label: "Running", tone: "primary" },
  DONE: { label: "Done", tone: "success" },
  PARKED: { label: "Failed", tone: "danger" },
  CANCELLED: { label: "Cancelled", tone: "neutral" },
};

export function JobLine({
  job,
  mayAct,
  onAct,
}: {
  job: Job;
  mayAct: boolean;
  onAct: (what: keyof typeof jobCommands, id: string, done: string) => Promise<void>;
}) {
  const me = useMe();
  const [open, setOpen] = useState(false);
  const reason = mayAct ? undefined : refusal(me.role, "stop or repeat background work");
  const { error } = job;
  return (
    <>
      <tr data-job={job.id}>
        <td title={job.title}>
          {job.link ? (
            <Link className="med hover:underline" to={job.link}>
              {job.title}
            </Link>
          ) : (
            <span className="med">{job.title}</span>
          )}
          {job.createdBy ? <span className="t-3"> · {job.createdBy}</span> : null}
        </td>
        <td>
          <Status tone={JOB_STATES[job.state].tone}>{JOB_STATES[job.state].label}</Status>
        </td>
        <td>
          <Progress job={job} />
        </td>
        <td className="r t-2">
          {job.attempts} of {job.maxAttempts}
        </td>
        <td className="r t-2" title={formatFull(job.createdAt)}>
          {formatAge(job.createdAt)}
        </td>
        <td className="r">
          <span className="row justify-end gap-1">
            {error ? (
              <button type="button" className="link t-12" aria-expanded={open} onClick={() => setOpen(!open)}>
                {open ? "Hide why" : "Why"}
              </button>
            ) : null}
            {job.cancellable ? (
              <Button small disabledReason={reason} onClick={() => void onAct("cancel", job.id, "It is stopping")}>
                Cancel
              </Button>
            ) : null}
            {job.state === "PARKED" ? (
              <Button small disabledReason={reason} onClick={() => void onAct("retry", job.id, "It is tried again")}>
                Try again
              </Button>
            ) : null}
          </span>
        </td>
      </tr>
      {open && error ? (
        <tr>
          <td colSpan={6} className="job-error">
            <pre className="mono">{error}</pre>
          </td>
        </tr>
      ) : null}
    </>
  );
}

function Progress({ job }: { job: Job }) {
  const { done, total, etaSeconds, phase } = job.progress;
  if (job.state === "RUNNING") {
    return (
      <span className="flex items-center gap-2">
        <span className="grow">
          <ProgressBar done={done} total={total ?? null} label={`${job.title}, progress`} />
        </span>
        <span className="t-12 t-3 num">
          {etaSeconds === null || etaSeconds === undefined ? phase : `${formatDuration(etaSeconds)} left`}
        </span>
      </span>
    );
  }
  const wait = secondsUntil(job.runAt);
  if (job.state === "QUEUED" && wait > 1) {
    return (
      <span className="t-2" title={formatFull(job.runAt)}>
        next try in {formatDuration(wait)}
      </span>
    );
  }
  if (done === 0 && (total === null || total === undefined)) return <span className="t-3">—</span>;
  return (
    <span className="num t-2">
      {formatCount(done)}
      {total === null || total === undefined || total === done ? "" : ` of ${formatCount(total)}`}
    </span>
  );
}
