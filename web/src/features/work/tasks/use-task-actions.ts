/** What can be done with tasks, and the toast that takes it back. */
import { useQueryClient } from "@tanstack/react-query";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import type { TaskCreateInput } from "@/gql/graphql.ts";
import { messageOf } from "@/lib/api-error.ts";
import { cancelTask, changeTask, completeTask, createTask, deleteTask, reopenTask, restoreTask } from "./mutations.ts";
import { type Task, WORK } from "./queries.ts";

/** What an edit says; parts that are absent stay as they are. */
export interface TaskChanges {
  title?: string;
  details?: string | null;
  dueOn?: string | null;
  dueAt?: string | null;
  priority?: Task["priority"];
  assigneeId?: string | null;
}

export interface TaskActions {
  /** Throws what was refused, so that the form keeps what was typed. */
  add: (input: TaskCreateInput) => Promise<void>;
  /** Throws as `add` does. */
  change: (task: Task, changes: TaskChanges) => Promise<void>;
  complete: (task: Task) => Promise<void>;
  cancel: (task: Task) => Promise<void>;
  reopen: (task: Task) => Promise<void>;
  remove: (task: Task) => Promise<void>;
}

export const titleOf = (task: Pick<Task, "title">) => task.title ?? "Erased task";

export function useTaskActions(): TaskActions {
  const client = useQueryClient();
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: [WORK] }),
      client.invalidateQueries({ queryKey: ["contacts", "history"] }),
      client.invalidateQueries({ queryKey: ["accounts", "history"] }),
    ]);
  const acted = async (task: Task, words: string, act: () => Promise<unknown>, back: () => Promise<unknown>) => {
    const title = `“${titleOf(task)}”`;
    try {
      await act();
      // Before the lists are read anew: who sees the change there can take it back with Ctrl Z.
      toastDone(`${title} ${words}`, async () => {
        await back();
        await refresh();
      });
      await refresh();
    } catch (error) {
      await refresh();
      toastFailed(`${title} is not ${words}. ${messageOf(error)}`);
    }
  };
  return {
    add: async (input) => {
      const made = await createTask(input);
      const undo = async () => {
        if (made !== null) await deleteTask(made.id);
        await refresh();
      };
      toastDone("Task added", made === null ? undefined : undo);
      await refresh();
    },
    change: async (task, changes) => {
      const done = await changeTask({ id: task.id, expectedVersion: task.version, ...changes });
      if (done === null || done.version === task.version) return void (await refresh());
      const { title, details, dueOn, dueAt, priority, assigneeId } = task;
      const before: TaskChanges = {
        ...(changes.title === undefined ? {} : { title: title ?? "" }),
        ...(changes.details === undefined ? {} : { details: details ?? null }),
        ...(changes.dueOn === undefined ? {} : { dueOn: dueOn ?? null, dueAt: dueAt ?? null }),
        ...(changes.priority === undefined ? {} : { priority }),
        ...(changes.assigneeId === undefined ? {} : { assigneeId: assigneeId ?? null }),
      };
      toastDone("Task saved", async () => {
        await changeTask({ id: task.id, expectedVersion: done.version, ...before });
        await refresh();
      });
      await refresh();
    },
    complete: (task) =>
      acted(
        task,
        "done",
        () => completeTask(task.id),
        () => reopenTask(task.id),
      ),
    cancel: (task) =>
      acted(
        task,
        "cancelled",
        () => cancelTask(task.id),
        () => reopenTask(task.id),
      ),
    reopen: (task) =>
      acted(
        task,
        "open again",
        () => reopenTask(task.id),
        () => (task.state === "DONE" ? completeTask(task.id) : cancelTask(task.id)),
      ),
    remove: (task) =>
      acted(
        task,
        "deleted",
        () => deleteTask(task.id),
        () => restoreTask(task.id),
      ),
  };
}
