/** The work on a record: its tabs, with how much there is, and what the palette and the keys offer. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { ListPlus, NotebookPen } from "lucide-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Button } from "@/components/button.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import type { TabItem } from "@/components/tabs.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { graphql } from "@/gql/gql.ts";
import type { Entity } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";
import { useShortcuts } from "@/lib/keys.ts";
import type { Action } from "@/shell/actions.ts";
import { isErased, type RecordBase, type RecordKind } from "./record-kind.ts";

const TasksTab = lazy(() => import("@/features/work/tasks/tasks-tab.tsx"));
const NotesTab = lazy(() => import("@/features/work/notes/notes-tab.tsx"));

const COUNTS = graphql(`
  query RecordWork($entity: Entity!, $id: UUID!) {
    tasks(first: 0, filter: { entity: $entity, recordId: $id, states: [OPEN] }) {
      totalCount
    }
    notes(first: 0, entity: $entity, recordId: $id) {
      totalCount
    }
  }
`);

const countsQuery = (entity: Entity, id: string) =>
  queryOptions({
    queryKey: ["work", "counts", entity, id],
    queryFn: async ({ signal }) => {
      const { tasks, notes } = await execute(COUNTS, { entity, id }, signal);
      return { tasks: tasks.totalCount, notes: notes.totalCount };
    },
  });

interface Work {
  tabs: TabItem[];
  acts: Omit<Action, "group">[];
  /** What `t` and `n` do, for the row of the record's acts. */
  buttons: ReactNode;
}

/** `open` shows a tab. None for an erased person, nor for who may not see them. */
export function useWork(
  kind: RecordKind,
  record: RecordBase | null | undefined,
  name: string,
  open: (tab: string) => void,
): Work {
  const sees = { tasks: useMay("TASKS_VIEW"), notes: useMay("NOTES_VIEW") };
  const edits = { tasks: useMay("TASKS_EDIT"), notes: useMay("NOTES_EDIT") };
  const there = record !== null && record !== undefined && !isErased(record);
  const shown = there && sees.tasks && sees.notes;
  const counts = useQuery({ ...countsQuery(kind.entity, record?.id ?? ""), enabled: shown }).data;
  const [asked, setAsked] = useState({ tasks: 0, notes: 0 });
  const writes = there && !record.archived;
  const ask = (tab: "tasks" | "notes") => {
    open(tab);
    setAsked((before) => ({ ...before, [tab]: Date.now() }));
  };
  useShortcuts(
    [
      { keys: "t", label: "Add a task", group: "Record", run: () => ask("tasks") },
      { keys: "n", label: "Add a note", group: "Record", run: () => ask("notes") },
    ],
    shown && writes && edits.tasks && edits.notes,
  );
  if (!shown) return { tabs: [], acts: [], buttons: null };
  const about = { entity: kind.entity, recordId: record.id, noun: kind.noun, archived: record.archived };
  const waiting = <Skeleton width="60%" />;
  // The palette gives the focus back when it has closed; what takes the focus has to come after that.
  const later = (tab: "tasks" | "notes") => () => void setTimeout(() => ask(tab), 120);
  return {
    buttons: writes ? (
      <>
        {edits.tasks ? (
          <Button small icon={ListPlus} keys="t" onClick={() => ask("tasks")}>
            Task
          </Button>
        ) : null}
        {edits.notes ? (
          <Button small icon={NotebookPen} keys="n" onClick={() => ask("notes")}>
            Note
          </Button>
        ) : null}
      </>
    ) : null,
    tabs: [
      {
        id: "tasks",
        label: "Tasks",
        count: counts?.tasks,
        content: (
          <Suspense fallback={waiting}>
            <TasksTab key={record.id} {...about} focus={asked.tasks} />
          </Suspense>
        ),
      },
      {
        id: "notes",
        label: "Notes",
        count: counts?.notes,
        content: (
          <Suspense fallback={waiting}>
            <NotesTab key={record.id} {...about} focus={asked.notes} />
          </Suspense>
        ),
      },
    ],
    acts: !writes
      ? []
      : [
          ...(edits.tasks
            ? [{ id: "record-task", label: `New task about ${name}`, icon: ListPlus, keys: "t", run: later("tasks") }]
            : []),
          ...(edits.notes
            ? [{ id: "record-note", label: `New note on ${name}`, icon: NotebookPen, keys: "n", run: later("notes") }]
            : []),
        ],
  };
}
