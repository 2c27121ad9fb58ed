import { Ban, Ellipsis, Flag, PenLine, RotateCcw, Trash2 } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import { IconButton } from "@/components/button.tsx";
import { Checkbox } from "@/components/checkbox.tsx";
import { Icon } from "@/components/icon.tsx";
import { Menu, type MenuEntry } from "@/components/menu.tsx";
import { formatAge, formatFull } from "@/lib/format.ts";
import { dueWords, groupOf } from "@/lib/due.ts";
import type { Task } from "./queries.ts";
import { TaskForm } from "./task-form.tsx";
import { titleOf, useTaskActions } from "./use-task-actions.ts";

/** A task in a list: done with one press, edited where it stands. */
export function TaskRow({
  task,
  withRecord,
  meant,
}: {
  task: Task;
  withRecord?: boolean;
  /** It is what the page was opened for. */
  meant?: boolean;
}) {
  const actions = useTaskActions();
  const [editing, setEditing] = useState(false);
  // What was pressed shows at once; the list follows when it is written.
  const [pressed, setPressed] = useState<boolean | null>(null);
  const title = titleOf(task);
  const open = task.state === "OPEN";
  const done = pressed ?? task.state === "DONE";
  if (editing) {
    return (
      <li className="work-item">
        <TaskForm task={task} onClose={() => setEditing(false)} />
      </li>
    );
  }
  const toggle = async (on: boolean) => {
    setPressed(on);
    await (on ? actions.complete(task) : actions.reopen(task));
    setPressed(null);
  };
  const entries: MenuEntry[] = [
    { label: "Edit", icon: PenLine, keys: "e", onSelect: () => setEditing(true) },
    open
      ? { label: "Cancel", icon: Ban, onSelect: () => void actions.cancel(task) }
      : { label: "Open again", icon: RotateCcw, onSelect: () => void actions.reopen(task) },
    { label: "Delete", icon: Trash2, danger: true, onSelect: () => void actions.remove(task) },
  ];
  return (
    // oxlint-disable-next-line jsx_a11y/no-noninteractive-element-interactions -- keys of the controls inside
    <li
      className="work-item"
      data-task={task.id}
      ref={meant ? lookAt : undefined}
      onKeyDown={(event) => {
        const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
        if (event.key !== "e" || !plain || !task.mayChange) return;
        event.preventDefault();
        setEditing(true);
      }}
    >
      {task.mayChange && task.state !== "CANCELLED" ? (
        <Checkbox
          label={done ? `Open ${title} again` : `Complete ${title}`}
          checked={done}
          onChange={(on) => void toggle(on)}
        />
      ) : (
        <span className="work-state" />
      )}
      <div className="min-w-0 grow">
        <p className="work-title">
          {task.mayChange ? (
            <button
              type="button"
              className={done ? "done" : ""}
              aria-label={`Edit ${title}`}
              onClick={() => setEditing(true)}
            >
              {title}
            </button>
          ) : (
            <span className={done ? "done" : ""}>{title}</span>
          )}
          {task.priority === "HIGH" && open ? (
            <span className="c-warning inline-flex" title="High priority">
              <Icon as={Flag} size="sm" />
              <span className="sr">High priority</span>
            </span>
          ) : null}
        </p>
        {task.details ? <p className="t-2 work-text">{task.details}</p> : null}
        <p className="t-12 t-3 work-facts">
          <Settled task={task} />
          {withRecord && task.entity && task.recordId ? (
            <Link className="link" to={`/${task.entity === "CONTACT" ? "contacts" : "accounts"}/${task.recordId}`}>
              {task.recordName ?? (task.entity === "CONTACT" ? "Contact" : "Account")}
            </Link>
          ) : null}
          <span>{task.assigneeName ?? "Nobody yet"}</span>
        </p>
      </div>
      {task.mayChange ? (
        <Menu trigger={<IconButton label={`More about ${title}`} icon={Ellipsis} noTooltip />} entries={entries} />
      ) : null}
    </li>
  );
}

/** Always the same one, so that it is called when the row appears and never again. */
function lookAt(row: HTMLElement | null): void {
  row?.scrollIntoView({ block: "center" });
  row?.querySelector<HTMLElement>("input, button, a")?.focus();
}

/** When it is due, or what became of it. */
function Settled({ task }: { task: Task }) {
  if (task.state === "OPEN") {
    const words = dueWords(task);
    if (words === "") return null;
    const late = groupOf(task) === "overdue";
    return (
      <span className={late ? "c-danger med" : ""}>
        {late ? "Overdue: " : "Due "}
        {words}
      </span>
    );
  }
  return (
    <span title={task.settledAt ? formatFull(task.settledAt) : undefined}>
      {task.state === "DONE" ? "Done" : "Cancelled"}
      {task.settledByName ? ` by ${task.settledByName}` : ""}
      {task.settledAt ? `, ${formatAge(task.settledAt)}` : ""}
    </span>
  );
}
