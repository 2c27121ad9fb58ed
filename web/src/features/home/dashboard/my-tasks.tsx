import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Card } from "@/components/card.tsx";
import { LoadError } from "@/components/notice.tsx";
import { taskCountsQuery, tasksQuery } from "@/features/work/tasks/queries.ts";
import { dueWords, groupOf } from "@/lib/due.ts";
import { countOf } from "@/lib/format.ts";

const SHOWN = 6;

/** One's own open tasks that have a date, the longest overdue first. */
export function MyTasks() {
  const query = useInfiniteQuery(tasksQuery({ assignee: "MINE", states: ["OPEN"] }, SHOWN));
  const counts = useQuery(taskCountsQuery()).data;
  const tasks = query.data?.pages[0]?.edges.map((edge) => edge.node) ?? [];
  const dated = tasks.filter((task) => groupOf(task) !== "none");
  const late = counts?.overdue ?? 0;
  return (
    <Card
      title="My tasks due"
      sub={late > 0 ? <span className="c-danger">{late} overdue</span> : undefined}
      aside={
        <Link className="link" to="/tasks">
          {counts === undefined || counts.open === 0 ? "My tasks" : `All ${countOf(counts.open, "task", "tasks")}`}
        </Link>
      }
    >
      {query.isError ? (
        <LoadError what="Your tasks" error={query.error} retry={() => void query.refetch()} />
      ) : query.isSuccess && dated.length === 0 ? (
        <p className="t-3">Nothing is due.</p>
      ) : (
        <ul className="flex flex-col gap-2" aria-label="My tasks due">
          {dated.map((task) => {
            const overdue = groupOf(task) === "overdue";
            return (
              <li key={task.id} className="row gap-3">
                <span className="grow min-w-0">
                  <Link className="clip block hover:underline" to={`/tasks?task=${task.id}`}>
                    {task.title ?? "Erased task"}
                  </Link>
                  {task.recordName ? <span className="t-12 t-3 clip block">{task.recordName}</span> : null}
                </span>
                <span className={`t-12 whitespace-nowrap ${overdue ? "c-danger med" : "t-2"}`}>
                  {overdue ? <span className="sr">Overdue: </span> : null}
                  {dueWords(task)}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
