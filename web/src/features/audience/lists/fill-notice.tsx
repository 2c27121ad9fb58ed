import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { Link } from "react-router";
import { Notice } from "@/components/notice.tsx";
import { ProgressBar } from "@/components/progress-bar.tsx";
import { bulkQuery } from "@/features/audience/bulk/queries.ts";
import { useMay } from "@/features/identity/me/queries.ts";
import { formatCount } from "@/lib/format.ts";
import { refreshLists } from "./mutations.ts";
import type { List } from "./queries.ts";

const isAtWork = (state: string | undefined) => state === "ASKED" || state === "RUNNING";

/** While the list comes to be, how far that is; afterwards only what did not go as asked. */
export function FillNotice({ list, fill }: { list: List; fill: string }) {
  const client = useQueryClient();
  const bulk = useQuery({
    ...bulkQuery(fill),
    enabled: useMay("RECORDS_BULK"),
    refetchInterval: ({ state }) => (isAtWork(state.data?.state) ? 1000 : false),
  }).data;
  const works = isAtWork(bulk?.state);
  const before = useRef(works);
  useEffect(() => {
    const ended = before.current && !works;
    before.current = works;
    if (ended) void refreshLists(client);
  }, [works, client]);
  if (bulk === undefined || bulk === null) return null;
  const { done = 0, total = null } = bulk.progress ?? {};
  const { refused, notRun } = bulk.counts;
  const follow = (
    <Link className="btn btn-sm" to={`/bulk/${fill}`}>
      {works ? "Follow it" : "View result"}
    </Link>
  );
  if (works) {
    return (
      <div className="px-5 pb-2" data-testid="list-filling">
        <Notice tone="info" title="This list is being filled" action={follow}>
          <p className="num">
            {formatCount(done)}
            {total === null || total === undefined ? "" : ` of ${formatCount(Math.max(total, done))}`}
          </p>
          <ProgressBar done={done} total={total ?? bulk.expected ?? null} label={`Filling ${list.name}, progress`} />
        </Notice>
      </div>
    );
  }
  if (bulk.state === "COMPLETED" && refused + notRun === 0) return null;
  const words =
    bulk.state === "UNDONE"
      ? "What filled this list was undone"
      : bulk.state === "COMPLETED"
        ? `${formatCount(refused)} were refused when this list was filled`
        : "Filling this list ended early";
  return (
    <div className="px-5 pb-2">
      <Notice tone={bulk.state === "UNDONE" ? "plain" : "warning"} title={words} action={follow}>
        {notRun > 0 ? `${formatCount(notRun)} were not looked at.` : undefined}
      </Notice>
    </div>
  );
}
