/**
 * What can be done with notes, and the toast that takes it back.
 *
 * The toast comes before the lists are read anew: who sees the change in a list can take it back with Ctrl Z.
 */
import { useQueryClient } from "@tanstack/react-query";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import type { Entity } from "@/gql/graphql.ts";
import { messageOf } from "@/lib/api-error.ts";
import { addNote, deleteNote, editNote, pinNote, restoreNote } from "./mutations.ts";
import type { Note } from "./queries.ts";

export interface NoteActions {
  /** Throws what was refused, so that the words are kept. */
  add: (about: { entity: Entity; recordId: string }, body: string, idempotencyKey: string) => Promise<void>;
  /** Throws as `add` does. */
  edit: (note: Note, body: string) => Promise<void>;
  pin: (note: Note) => Promise<void>;
  remove: (note: Note) => Promise<void>;
}

export function useNoteActions(): NoteActions {
  const client = useQueryClient();
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ["work"] }),
      client.invalidateQueries({ queryKey: ["contacts", "history"] }),
      client.invalidateQueries({ queryKey: ["accounts", "history"] }),
    ]);
  const undone = (back: () => Promise<unknown>) => async () => {
    await back();
    await refresh();
  };
  return {
    add: async (about, body, idempotencyKey) => {
      const made = await addNote({ ...about, body, idempotencyKey });
      toastDone("Note added", made === null ? undefined : undone(() => deleteNote(made.id)));
      await refresh();
    },
    edit: async (note, body) => {
      const done = await editNote({ id: note.id, body, expectedVersion: note.version });
      if (done !== null && done.version !== note.version) {
        const back = { id: note.id, body: note.body ?? "", expectedVersion: done.version };
        toastDone(
          "Note saved",
          undone(() => editNote(back)),
        );
      }
      await refresh();
    },
    pin: async (note) => {
      try {
        await pinNote(note.id, !note.pinned);
        await refresh();
      } catch (error) {
        toastFailed(`The note is not ${note.pinned ? "unpinned" : "pinned"}. ${messageOf(error)}`);
      }
    },
    remove: async (note) => {
      try {
        await deleteNote(note.id);
        toastDone(
          "Note deleted",
          undone(() => restoreNote(note.id)),
        );
        await refresh();
      } catch (error) {
        toastFailed(`The note is not deleted. ${messageOf(error)}`);
      }
    },
  };
}
