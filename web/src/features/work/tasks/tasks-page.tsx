import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { ChevronDown, ListChecks, Plus, Users } from "lucide-react";
import { useState } from "react";
import { useLocation, useSearchParams } from "react-router";
import { Button } from "@/components/button.tsx";
import { Empty } from "@/components/empty.tsx";
import { Icon } from "@/components/icon.tsx";
import { Menu, type MenuEntry } from "@/components/menu.tsx";
import { LoadError } from "@/components/notice.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { useGrants, useMay, useMe } from "@/features/identity/me/queries.ts";
import type { TaskFilter } from "@/gql/graphql.ts";
import { formatCount } from "@/lib/format.ts";
import { useShortcuts } from "@/lib/keys.ts";
import { mayAll } from "@/lib/permissions.ts";
import { SaveMenu } from "@/records/save-list.tsx";
import { usePageActions } from "@/shell/actions.ts";
import { type DueGroup, groupOf } from "@/lib/due.ts";
import { apart } from "./apart.ts";
import { assigneesQuery, type Task, tasksOf, tasksQuery } from "./queries.ts";
import { TaskAdd } from "./task-add.tsx";
import { TaskRow } from "./task-row.tsx";
import "../work.css";

const GROUPS: { id: DueGroup; label: string }[] = [
  { id: "overdue", label: "Overdue" },
  { id: "today", label: "Today" },
  { id: "later", label: "Later" },
  { id: "none", label: "No date" },
];

/** `of` in the address: nothing for one's own, `anybody`, `nobody`, or a user's id. */
function filterOf(of: string): TaskFilter {
  if (of === "") return { assignee: "MINE" };
  if (of === "anybody") return { assignee: "ANYBODY" };
  if (of === "nobody") return { assignee: "NOBODY" };
  return { assignee: "USER", assigneeId: of };
}

/** The open ones as a file; without anybody's name they are one's own. */
function fileOf(of: string): string {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return `/api/v1/tasks/file?${new URLSearchParams({ assignee: of === "" ? "mine" : of, state: "open", timeZone }).toString()}`;
}

/** What is to be done, by when: one's own, and for whoever may see them the tasks of others. */
export default function TasksPage() {
  const me = useMe();
  const all = mayAll(useGrants(), "TASKS_VIEW");
  const edits = useMay("TASKS_EDIT");
  const exports = useMay("EXPORTS_VIEW");
  const [params, setParams] = useSearchParams();
  const of = all ? (params.get("of") ?? "") : "";
  const [asked, setAsked] = useState(0);
  // "?new=1" leads here from anywhere, this page included.
  const { key } = useLocation();
  const wanted = params.get("new") === "1";
  // "?task=" is where a notification leads.
  const meant = params.get("task");
  const open = useInfiniteQuery(tasksQuery({ ...filterOf(of), states: ["OPEN"] }, 100));
  const done = useInfiniteQuery(tasksQuery({ ...filterOf(of), states: ["DONE"] }, 20));
  const create = () => setAsked(Date.now());
  usePageActions(
    edits
      ? [{ id: "new-task", label: "New task", group: "Create", keys: "c", primary: true, secondary: true, run: create }]
      : [],
  );
  useShortcuts([
    { keys: "j", label: "Next task", group: "Tasks", run: () => walk(1) },
    { keys: "k", label: "Previous task", group: "Tasks", run: () => walk(-1) },
    { keys: "arrowdown", label: "Next task", group: "Tasks", hidden: true, run: () => walk(1) },
    { keys: "arrowup", label: "Previous task", group: "Tasks", hidden: true, run: () => walk(-1) },
  ]);
  const stand = apart(tasksOf(open.data), tasksOf(done.data));
  const tasks = open.data && stand.open;
  const settled = stand.settled;
  return (
    <section className="scroll bg-well" aria-label="Tasks">
      <PageHead
        title={of === "" ? "My tasks" : "Tasks"}
        count={open.data?.pages[0]?.totalCount ?? null}
        actions={
          <>
            {exports ? (
              <SaveMenu
                path={fileOf(of)}
                name="tasks"
                label={of === "" ? "Export my tasks" : "Export these tasks"}
                disabledReason={tasks?.length === 0 ? "There is nothing to export in this list" : undefined}
              />
            ) : null}
            {all ? (
              <WhoseMenu of={of} me={me.id} onChange={(next) => setParams(next === "" ? {} : { of: next })} />
            ) : null}
          </>
        }
      />
      <div className="flex max-w-220 flex-col gap-5 px-5 pb-8">
        {edits ? <TaskAdd key={wanted ? key : "line"} focus={asked} focused={wanted} /> : null}
        {open.isError ? (
          <LoadError what="The tasks" error={open.error} retry={() => void open.refetch()} />
        ) : tasks === undefined ? (
          <div className="delayed flex flex-col gap-5">
            {[60, 45, 70].map((width) => (
              <Skeleton key={width} width={`${width}%`} />
            ))}
          </div>
        ) : tasks.length === 0 ? (
          <Empty
            icon={ListChecks}
            title={of === "" ? "Nothing on your list" : "Nothing to do here"}
            actions={
              edits ? (
                <Button variant="primary" icon={Plus} onClick={create}>
                  Add a task
                </Button>
              ) : undefined
            }
          >
            A task says what is to be done, by whom and by when. One that is added on the page of a contact or an
            account is seen there by everybody who works on it.
          </Empty>
        ) : (
          GROUPS.map(({ id, label }) => (
            <Group
              key={id}
              label={label}
              tasks={tasks.filter((task) => groupOf(task) === id)}
              late={id === "overdue"}
              meant={meant}
            />
          ))
        )}
        {open.hasNextPage ? (
          <Button small busy={open.isFetchingNextPage} onClick={() => void open.fetchNextPage()}>
            Show more
          </Button>
        ) : null}
        <Group label="Done" tasks={settled} total={done.data?.pages[0]?.totalCount} meant={meant} />
        {settled.length > 0 && done.hasNextPage ? (
          <Button small busy={done.isFetchingNextPage} onClick={() => void done.fetchNextPage()}>
            Show earlier
          </Button>
        ) : null}
      </div>
    </section>
  );
}

function Group({
  label,
  tasks,
  total,
  late,
  meant,
}: {
  label: string;
  tasks: Task[];
  total?: number | undefined;
  late?: boolean;
  meant: string | null;
}) {
  if (tasks.length === 0) return null;
  return (
    <section className="work-group">
      <h2 className="t-13 semi">
        <span className={late ? "c-danger" : ""}>{label}</span>
        <span className="t-3 num">{formatCount(total ?? tasks.length)}</span>
      </h2>
      <ul className="work-list" aria-label={label}>
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} withRecord meant={task.id === meant} />
        ))}
      </ul>
    </section>
  );
}

/** Whose tasks are shown. */
function WhoseMenu({ of, me, onChange }: { of: string; me: string; onChange: (of: string) => void }) {
  const people = useQuery(assigneesQuery()).data ?? [];
  const scopes = [
    { value: "", label: "My tasks" },
    { value: "anybody", label: "Everybody’s tasks" },
    { value: "nobody", label: "For nobody yet" },
  ];
  const others = people.filter(({ id }) => id !== me).map(({ id, name }) => ({ value: id, label: name }));
  const chosen = [...scopes, ...others].find(({ value }) => value === of)?.label ?? "Somebody’s tasks";
  const entry = ({ value, label }: { value: string; label: string }): MenuEntry => ({
    kind: "choice",
    label,
    checked: value === of,
    closes: true,
    onSelect: () => onChange(value),
  });
  return (
    <Menu
      trigger={
        <Button small icon={Users} aria-label={`Whose tasks: ${chosen}`}>
          {chosen}
          <Icon as={ChevronDown} />
        </Button>
      }
      entries={[
        ...scopes.map(entry),
        ...(others.length === 0 ? [] : [{ kind: "heading" as const, label: "Of one person" }, ...others.map(entry)]),
      ]}
    />
  );
}

/** The focus goes from task to task, whatever group it is in. */
function walk(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>("#content [data-task]")];
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[here === -1 ? (by === 1 ? 0 : rows.length - 1) : here + by];
  next?.querySelector<HTMLElement>("input, button, a")?.focus();
  next?.scrollIntoView({ block: "nearest" });
}
