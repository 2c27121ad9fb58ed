import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { useSearchParams } from "react-router";
import { Card } from "@/components/card.tsx";
import { LoadError } from "@/components/notice.tsx";
import { Button } from "@/components/button.tsx";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import type { JobState } from "@/gql/graphql.ts";
import { messageOf } from "@/lib/api-error.ts";
import { formatCount } from "@/lib/format.ts";
import { useRecordList } from "@/lib/use-record-list.ts";
import { JOB_STATES, JobLine } from "./job-line.tsx";
import { jobCommands } from "./mutations.ts";
import { jobCount, jobPage, watchJobs } from "./queries.ts";
import "@/components/data-table/table.css";
import "@/components/field.css";

const FILTERS: (JobState | null)[] = [null, "RUNNING", "QUEUED", "PARKED", "DONE", "CANCELLED"];

/** Work that somebody waits for, and whatever failed; routine work is summed up elsewhere. The state filter is in the URL. */
export function JobsCard({ mayAct }: { mayAct: boolean }) {
  const client = useQueryClient();
  const [params, setParams] = useSearchParams();
  const state = FILTERS.find((value) => value === params.get("jobs")) ?? null;
  const list = useRecordList({
    entity: "jobs",
    filter: { state },
    sort: null,
    fetchPage: jobPage,
    fetchCount: jobCount,
    pageSize: 25,
    refetchInterval: (rows) => (rows.some((row) => row.state === "RUNNING" || row.state === "QUEUED") ? 2000 : 10_000),
  });
  const refresh = useEffectEvent(() => void client.invalidateQueries({ queryKey: ["jobs"] }));
  useEffect(() => watchJobs(refresh), []);
  const act = async (what: keyof typeof jobCommands, id: string, done: string) => {
    try {
      await jobCommands[what](id);
      toastDone(done);
    } catch (error) {
      toastFailed(messageOf(error), () => void act(what, id, done));
    }
    await client.invalidateQueries({ queryKey: ["jobs"] });
  };
  return (
    <Card
      title="Background work"
      sub={list.total === null ? undefined : formatCount(list.total)}
      flush
      aside={
        <div className="seg" role="group" aria-label="State of the work">
          {FILTERS.map((value) => (
            <button
              key={value ?? "all"}
              type="button"
              className={value === state ? "on" : ""}
              aria-pressed={value === state}
              onClick={() => setParams(value === null ? {} : { jobs: value }, { replace: true })}
            >
              {value === null ? "All" : JOB_STATES[value].label}
            </button>
          ))}
        </div>
      }
    >
      {list.error !== null ? (
        <div className="card-body">
          <LoadError what="The background work" error={list.error} retry={list.retry} />
        </div>
      ) : !list.loading && list.rows.length === 0 ? (
        <p className="card-body t-3">
          {state === null
            ? "Nothing yet. Imports and other long work appear here while they run, and stay with their result."
            : `Nothing is ${JOB_STATES[state].label.toLowerCase()}.`}
        </p>
      ) : (
        <div className="overflow-x-auto">
          <table className="dt flush system-table">
            <colgroup>
              <col />
              <col style={{ width: 130 }} />
              <col style={{ width: 240 }} />
              <col style={{ width: 90 }} />
              <col style={{ width: 120 }} />
              <col style={{ width: 150 }} />
            </colgroup>
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">State</th>
                <th scope="col">Progress</th>
                <th scope="col" className="r">
                  Tries
                </th>
                <th scope="col" className="r">
                  Created
                </th>
                <th scope="col">
                  <span className="sr">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {list.rows.map((job) => (
                <JobLine key={job.id} job={job} mayAct={mayAct} onAct={act} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {list.hasNext ? (
        <div className="card-foot">
          <Button small variant="quiet" onClick={list.loadNext}>
            Show more
          </Button>
        </div>
      ) : null}
    </Card>
  );
}
