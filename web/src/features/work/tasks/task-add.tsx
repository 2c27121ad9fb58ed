import { useQuery } from "@tanstack/react-query";
import { ChevronDown, Plus, TriangleAlert } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/button.tsx";
import { Icon } from "@/components/icon.tsx";
import { toastFailed } from "@/components/toast.tsx";
import { useMe } from "@/features/identity/me/queries.ts";
import type { Entity } from "@/gql/graphql.ts";
import { messageOf } from "@/lib/api-error.ts";
import { justAsked } from "@/lib/asked.ts";
import { assigneesQuery } from "./queries.ts";
import { useTaskActions } from "./use-task-actions.ts";
import "@/components/field.css";
import "../work.css";

/** One line for the next task: Enter adds it, and the line is ready for another. */
export function TaskAdd({
  about,
  focus,
  focused,
}: {
  about?: { entity: Entity; recordId: string };
  /** When it was asked for last. */
  focus?: number;
  /** It is what the page was opened for. */
  focused?: boolean;
}) {
  const me = useMe();
  const { add } = useTaskActions();
  const assignees = useQuery(assigneesQuery());
  const [title, setTitle] = useState("");
  const [day, setDay] = useState("");
  const [assigneeId, setAssigneeId] = useState(me.id);
  const [refusal, setRefusal] = useState<unknown>(null);
  const input = useRef<HTMLInputElement>(null);
  const errorId = useId();
  // Asked for by a key or the palette, perhaps while the tab was not there yet.
  useEffect(() => {
    if (justAsked(focus)) input.current?.focus();
  }, [focus]);
  const others = (assignees.data ?? []).filter(({ id }) => id !== me.id);
  const submit = async () => {
    if (title.trim() === "") return;
    // The line is free for the next task at once; what is refused comes back unless another was begun since.
    setTitle("");
    setDay("");
    setRefusal(null);
    input.current?.focus();
    try {
      await add({
        title,
        ...(day === "" ? {} : { dueOn: day }),
        ...(assigneeId === "" ? {} : { assigneeId }),
        ...about,
        idempotencyKey: crypto.randomUUID(),
      });
    } catch (error) {
      if (input.current?.value !== "") return toastFailed(`“${title}” is not added. ${messageOf(error)}`);
      setTitle(title);
      setDay(day);
      setRefusal(error);
    }
  };
  return (
    <form
      className="work-add"
      aria-label="New task"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <span className={`input ${refusal === null ? "" : "bad"}`}>
        <Icon as={Plus} />
        <input
          ref={input}
          autoFocus={focused}
          aria-label="What is to be done"
          placeholder="Add a task"
          autoComplete="off"
          value={title}
          onChange={(event) => {
            setTitle(event.target.value);
            setRefusal(null);
          }}
          {...(refusal === null ? {} : { "aria-invalid": true, "aria-describedby": errorId })}
        />
      </span>
      <span className="input work-day">
        <input type="date" aria-label="Due" value={day} onChange={(event) => setDay(event.target.value)} />
      </span>
      <span className="input work-who">
        <select aria-label="For" value={assigneeId} onChange={(event) => setAssigneeId(event.target.value)}>
          <option value={me.id}>Me</option>
          <option value="">Nobody yet</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <Icon as={ChevronDown} />
      </span>
      <Button type="submit" disabledReason={title.trim() === "" ? "Say what is to be done" : undefined}>
        Add
      </Button>
      {refusal === null ? null : (
        <span className="error" role="alert" id={errorId}>
          <Icon as={TriangleAlert} size="sm" />
          {messageOf(refusal)}
        </span>
      )}
    </form>
  );
}
