/** Commands on a record with optimistic caches, and the toast that takes them back. */
import { useQueryClient } from "@tanstack/react-query";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { messageOf, RefusedError } from "@/lib/api-error.ts";
import { countOf } from "@/lib/format.ts";
import type { FieldValues } from "@/lib/json.ts";
import { patchRecord, withFields } from "./cache.ts";
import type { RecordBase, RecordKind, Written } from "./record-kind.ts";

export interface RecordActions {
  /** Shown at once. Throws RefusedError when the value is not accepted, so that the editor keeps the text. */
  save: (record: RecordBase, fields: FieldValues, what: string) => Promise<void>;
  archive: (records: readonly RecordBase[], name: string) => Promise<void>;
  restore: (record: RecordBase, name: string) => Promise<void>;
  undo: (id: string, position: number, what: string) => Promise<void>;
}

export function useRecordActions(kind: RecordKind): RecordActions {
  const client = useQueryClient();
  const { commands, key } = kind;

  /** The record's own reads again; lists keep their rows in place and are read afresh when next opened. */
  const refreshRecord = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: [key, "record"] }),
      client.invalidateQueries({ queryKey: [key, "history"] }),
      client.invalidateQueries({ queryKey: [key, "list"], refetchType: "none" }),
    ]);
  const refreshAll = () => client.invalidateQueries({ queryKey: [key] });

  const accept = async (id: string, written: Written) => {
    const { record } = written;
    if (record !== null) patchRecord(client, key, id, (node) => ({ ...node, ...record }));
    await refreshRecord();
  };
  const takeBack = async (id: string, position: number) => accept(id, await commands.undo(id, position));

  const save: RecordActions["save"] = async (record, fields, what) => {
    const rollback = patchRecord(client, key, record.id, (node) => withFields(node, fields));
    try {
      const written = await commands.update(record.id, fields, record.version);
      const { position } = written;
      await accept(record.id, written);
      if (position !== null) toastDone(`${what} saved`, () => takeBack(record.id, position));
    } catch (error) {
      rollback();
      if (error instanceof RefusedError) {
        // Somebody else's value is what the next attempt is compared with, so it has to be seen first.
        if (error.code === "CHANGED_MEANWHILE") await refreshAll();
        throw error;
      }
      toastFailed(`${what} not saved. ${messageOf(error)}`, () => void save(record, fields, what).catch(() => {}));
    }
  };

  return {
    save,
    archive: async (records, name) => {
      const done: string[] = [];
      try {
        for (const record of records) {
          await commands.archive(record.id);
          done.push(record.id);
        }
      } catch (error) {
        const kept = records.length - done.length;
        toastFailed(`${countOf(kept, kind.noun, kind.nouns)} not archived. ${messageOf(error)}`);
      }
      await refreshAll();
      if (done.length > 0) {
        const what = records.length === 1 ? name : countOf(done.length, kind.noun, kind.nouns);
        toastDone(`${what} archived`, async () => {
          for (const id of done) await commands.restore(id);
          await refreshAll();
        });
      }
    },
    restore: async (record, name) => {
      try {
        await commands.restore(record.id);
        await refreshAll();
        toastDone(`${name} restored`, async () => {
          await commands.archive(record.id);
          await refreshAll();
        });
      } catch (error) {
        toastFailed(`${name} not restored. ${messageOf(error)}`);
      }
    },
    undo: async (id, position, what) => {
      try {
        await takeBack(id, position);
        toastDone(`Undone: ${what}`);
      } catch (error) {
        toastFailed(`Not undone: ${what}. ${messageOf(error)}`);
      }
    },
  };
}
