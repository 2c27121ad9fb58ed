/** Commands on a record with optimistic caches, and the toast that takes them back. */
import { useQueryClient } from "@tanstack/react-query";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { messageOf, RefusedError } from "@/lib/api-error.ts";
import { countOf } from "@/lib/format.ts";
import type { FieldValues } from "@/lib/json.ts";
import { patchRecord, withFields } from "./cache.ts";
import type { Moment } from "./lookback/moment.ts";
import type { RecordBase, RecordKind, Written } from "./record-kind.ts";

/** What the ids among the new values are called, so that it shows at once. */
type Named = Partial<Pick<RecordBase, "ownerName" | "teamName" | "parent">>;

export interface RecordActions {
  /** Shown at once. Throws RefusedError when the value is not accepted, so that the editor keeps the text. */
  save: (record: RecordBase, fields: FieldValues, what: string, named?: Named) => Promise<void>;
  /** To an account, or to none. Throws as `save` does. */
  link: (record: RecordBase, account: { id: string; name: string } | null) => Promise<void>;
  archive: (records: readonly RecordBase[], name: string) => Promise<void>;
  restore: (record: RecordBase, name: string) => Promise<void>;
  undo: (id: string, position: number, what: string) => Promise<void>;
  /** Throws as `save` does: what is in the way is said where it was asked for. */
  restoreValues: (record: RecordBase, fields: string[], from: Moment, what: string) => Promise<void>;
}

type Patch = Parameters<typeof patchRecord>[3];

export function useRecordActions(kind: RecordKind): RecordActions {
  const client = useQueryClient();
  const { commands, key } = kind;

  /** The record's own reads again; lists keep their rows in place and are read afresh when next opened. */
  const refreshRecord = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: [key, "record"] }),
      client.invalidateQueries({ queryKey: [key, "history"] }),
      client.invalidateQueries({ queryKey: [key, "list"], refetchType: "none" }),
      client.invalidateQueries({ queryKey: ["search"] }),
    ]);
  const refreshAll = () =>
    Promise.all([client.invalidateQueries({ queryKey: [key] }), client.invalidateQueries({ queryKey: ["search"] })]);

  const accept = async (id: string, written: Written) => {
    const { record } = written;
    if (record !== null) patchRecord(client, key, id, (node) => ({ ...node, ...record }));
    await refreshRecord();
  };
  const takeBack = async (id: string, position: number) => accept(id, await commands.undo(id, position));

  const write = async (record: RecordBase, what: string, patch: Patch, send: () => Promise<Written>): Promise<void> => {
    const rollback = patchRecord(client, key, record.id, patch);
    try {
      const written = await send();
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
      toastFailed(
        `${what} not saved. ${messageOf(error)}`,
        () => void write(record, what, patch, send).catch(() => {}),
      );
    }
  };
  const save: RecordActions["save"] = (record, fields, what, named = {}) =>
    write(
      record,
      what,
      (node) => ({ ...withFields(node, fields), ...named }),
      () => commands.update(record.id, fields, record.version),
    );
  const link: RecordActions["link"] = async (record, account) => {
    if (commands.link === undefined) return;
    const { link: send } = commands;
    const shown = { accountId: account?.id ?? null, accountName: account?.name ?? null };
    await write(
      record,
      "Account",
      (node) => ({ ...withFields(node, { account: shown.accountId, account_link: "manual" }), ...shown }),
      () => send(record.id, shown.accountId, record.version),
    );
  };

  return {
    save,
    link,
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
    restoreValues: async (record, fields, from, what) => {
      const written = await commands.restoreValues(record.id, fields, from, record.version);
      const { position } = written;
      await accept(record.id, written);
      if (position === null) toastDone(`${what} already held that value`);
      else toastDone(`${what} brought back`, () => takeBack(record.id, position));
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
