import { useQuery } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/button.tsx";
import { SelectField, TextAreaField, TextField } from "@/components/field.tsx";
import { Icon } from "@/components/icon.tsx";
import { Kbd } from "@/components/kbd.tsx";
import { useMe } from "@/features/identity/me/queries.ts";
import { messageOf, RefusedError } from "@/lib/api-error.ts";
import { draftOf, dueOf } from "@/lib/due.ts";
import { assigneesQuery, type Task } from "./queries.ts";
import { type TaskChanges, titleOf, useTaskActions } from "./use-task-actions.ts";

const PRIORITIES = [
  { value: "HIGH", label: "High" },
  { value: "NORMAL", label: "Normal" },
  { value: "LOW", label: "Low" },
] as const;

/** A task where it stands, open for editing: Ctrl Enter saves, Esc gives up. */
export function TaskForm({ task, onClose }: { task: Task; onClose: () => void }) {
  const me = useMe();
  const { change } = useTaskActions();
  const assignees = useQuery(assigneesQuery());
  const [title, setTitle] = useState(task.title ?? "");
  const [details, setDetails] = useState(task.details ?? "");
  const [due, setDue] = useState(() => draftOf(task));
  const [priority, setPriority] = useState(task.priority);
  const [assigneeId, setAssigneeId] = useState(task.assigneeId ?? "");
  const [refusal, setRefusal] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const refusedOf = (field: string) =>
    refusal instanceof RefusedError ? refusal.userErrors.find((error) => error.field === field)?.message : undefined;
  const placed = ["title", "details", "due"].some((field) => refusedOf(field) !== undefined);

  const save = async () => {
    if (saving) return;
    const before = draftOf(task);
    const changes: TaskChanges = {
      ...(title === (task.title ?? "") ? {} : { title }),
      ...(details === (task.details ?? "") ? {} : { details: details.trim() === "" ? null : details }),
      ...(due.day === before.day && due.time === before.time ? {} : dueOf(due)),
      ...(priority === task.priority ? {} : { priority }),
      ...(assigneeId === (task.assigneeId ?? "") ? {} : { assigneeId: assigneeId === "" ? null : assigneeId }),
    };
    if (Object.keys(changes).length === 0) return onClose();
    setSaving(true);
    try {
      await change(task, changes);
      onClose();
    } catch (error) {
      setRefusal(error);
      setSaving(false);
    }
  };
  const people = [...(assignees.data ?? [])];
  // Who left keeps what they have until somebody takes it over.
  if (task.assigneeId && !people.some(({ id }) => id === task.assigneeId)) {
    people.push({ id: task.assigneeId, name: task.assigneeName ?? "Somebody who left" });
  }
  return (
    // oxlint-disable-next-line jsx_a11y/no-noninteractive-element-interactions -- keys of the fields inside
    <form
      className="work-form"
      aria-label={`Edit ${titleOf(task)}`}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.preventDefault();
          event.stopPropagation();
          onClose();
        } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void save();
        }
      }}
    >
      <TextField
        label="Title"
        required
        autoFocus
        value={title}
        error={refusedOf("title")}
        onChange={(event) => setTitle(event.target.value)}
      />
      <TextAreaField
        label="Details"
        value={details}
        error={refusedOf("details")}
        onChange={(event) => setDetails(event.target.value)}
      />
      <div className="work-parts">
        <TextField
          label="Due"
          type="date"
          value={due.day}
          error={refusedOf("due")}
          onChange={(event) => setDue({ ...due, day: event.target.value })}
        />
        <TextField
          label="Time"
          type="time"
          value={due.time}
          onChange={(event) => setDue({ ...due, time: event.target.value })}
        />
        <SelectField
          label="For"
          value={assigneeId}
          placeholder="Nobody yet"
          options={people.map(({ id, name }) => ({ value: id, label: id === me.id ? `${name} (you)` : name }))}
          onChange={(event) => setAssigneeId(event.target.value)}
        />
        <SelectField
          label="Priority"
          value={priority}
          options={PRIORITIES}
          onChange={(event) => setPriority(event.target.value as Task["priority"])}
        />
      </div>
      {refusal === null || placed ? null : (
        <p className="error" role="alert">
          <Icon as={TriangleAlert} size="sm" />
          {messageOf(refusal)}
        </p>
      )}
      <div className="row">
        <Button type="submit" variant="primary" small busy={saving}>
          Save
          <Kbd keys="mod+enter" className="max-md:hidden" />
        </Button>
        <Button small onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
