import { useInfiniteQuery } from "@tanstack/react-query";
import { ListChecks, Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/button.tsx";
import { Empty } from "@/components/empty.tsx";
import { LoadError } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import type { Entity } from "@/gql/graphql.ts";
import { countOf } from "@/lib/format.ts";
import { apart } from "./apart.ts";
import { ofRecord, tasksOf, tasksQuery } from "./queries.ts";
import { TaskAdd } from "./task-add.tsx";
import { TaskRow } from "./task-row.tsx";
import "../work.css";

/** The tasks of one record: a line for the next one, what is open, and what became of the others. */
export default function TasksTab({
  entity,
  recordId,
  noun,
  archived,
  focus,
}: {
  entity: Entity;
  recordId: string;
  noun: string;
  archived: boolean;
  /** When a new task was asked for last. */
  focus: number;
}) {
  const may = useMay("TASKS_EDIT");
  const [past, setPast] = useState(false);
  const [asked, setAsked] = useState(0);
  const about = { entity, recordId };
  const open = useInfiniteQuery(tasksQuery({ ...ofRecord(entity, recordId), states: ["OPEN"] }));
  const settled = useInfiniteQuery(tasksQuery({ ...ofRecord(entity, recordId), states: ["DONE", "CANCELLED"] }, 20));
  const stand = apart(tasksOf(open.data), tasksOf(settled.data));
  const tasks = open.data && stand.open;
  const before = stand.settled;
  const total = settled.data?.pages[0]?.totalCount ?? 0;
  return (
    <div className="flex max-w-180 flex-col gap-4">
      {!may ? null : archived ? (
        <p className="t-3">Restore this {noun} to add tasks.</p>
      ) : (
        <TaskAdd about={about} focus={Math.max(focus, asked)} />
      )}
      {open.isError ? (
        <LoadError what="The tasks" error={open.error} retry={() => void open.refetch()} />
      ) : tasks === undefined ? (
        <Skeleton width="60%" />
      ) : tasks.length === 0 ? (
        <Empty
          icon={ListChecks}
          title="Nothing to do here"
          actions={
            may && !archived ? (
              <Button icon={Plus} onClick={() => setAsked(Date.now())}>
                Add the first task
              </Button>
            ) : undefined
          }
        >
          {`Tasks about this ${noun} stand here and, for whom they are, under My tasks.`}
        </Empty>
      ) : (
        <ul className="work-list" aria-label="Open tasks">
          {tasks.map((task) => (
            <TaskRow key={task.id} task={task} />
          ))}
        </ul>
      )}
      {open.hasNextPage ? (
        <Button small busy={open.isFetchingNextPage} onClick={() => void open.fetchNextPage()}>
          Show more
        </Button>
      ) : null}
      {total === 0 ? null : (
        <section className="flex flex-col gap-2">
          <button type="button" className="link self-start" aria-expanded={past} onClick={() => setPast(!past)}>
            {past ? "Hide what is done" : `Show ${countOf(total, "task", "tasks")} that are done or cancelled`}
          </button>
          {past ? (
            <ul className="work-list" aria-label="Done and cancelled tasks">
              {before.map((task) => (
                <TaskRow key={task.id} task={task} />
              ))}
            </ul>
          ) : null}
        </section>
      )}
    </div>
  );
}
