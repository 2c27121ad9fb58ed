/** Commands on a record with optimistic caches, and the toast that takes them back. */
import { useQueryClient } from "@tanstack/react-query";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { messageOf, RefusedError } from "@/lib/api-error.ts";
import { countOf } from "@/lib/format.ts";
import { fieldValues, type FieldValues } from "@/lib/json.ts";
import { newestRecord, patchRecord, withFields } from "./cache.ts";
import { askConflict, collisionsOf, isCollision, type NamedSides, resolved } from "./conflict/conflicts.ts";
import { nextWrite } from "./last-writes.ts";
import type { Moment } from "./lookback/moment.ts";
import type { RecordBase, RecordKind, Written } from "./record-kind.ts";
import { CLIENT_RESTRICTION } from "./restriction.ts";

/** What the ids among the new values are called, so that it shows at once. */
type Named = Partial<
  Pick<RecordBase, "ownerName" | "teamName" | "parent" | "clientRestrictionId" | "clientRestrictionName">
>;

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

/** How often a newer record is looked for. */
const LOOKS = 10;

type Patch = Parameters<typeof patchRecord>[3];

/** What the sides of a collision are called where they are ids. */
function namesOf(
  collisions: readonly { field: string }[],
  before: RecordBase,
  now: RecordBase,
  mine: Named,
): Record<string, NamedSides> {
  const name = (record: Named, field: string): string | undefined => {
    const found =
      field === "owner"
        ? record.ownerName
        : field === "team"
          ? record.teamName
          : field === "parent"
            ? record.parent?.name
            : field === CLIENT_RESTRICTION
              ? record.clientRestrictionName
              : null;
    return found ?? undefined;
  };
  return Object.fromEntries(
    collisions.map(({ field }) => {
      const sides = { mine: name(mine, field), current: name(now, field), original: name(before, field) };
      return [field, Object.fromEntries(Object.entries(sides).filter(([, text]) => text !== undefined))];
    }),
  );
}

export function useRecordActions(kind: RecordKind): RecordActions {
  const client = useQueryClient();
  const { commands, key } = kind;

  /**
   * The record's own reads again; lists keep their rows in place and are read afresh when next opened. One that is on its
   * way right now is asked again: it may answer what was before.
   */
  const refreshRecord = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: [key, "record"] }),
      client.invalidateQueries({ queryKey: [key, "history"] }),
      client.invalidateQueries({
        queryKey: [key, "list"],
        refetchType: client.isFetching({ queryKey: [key, "list"] }) > 0 ? "active" : "none",
      }),
      client.invalidateQueries({ queryKey: ["search"] }),
    ]);
  const refreshAll = () =>
    Promise.all([client.invalidateQueries({ queryKey: [key] }), client.invalidateQueries({ queryKey: ["search"] })]);

  /**
   * The record once it is newer than `version`; the read side may need a moment for it. Until then older answers are shown
   * with what was saved in them.
   */
  const newer = async (id: string, version: number, saved?: Patch): Promise<RecordBase | null> => {
    for (let look = 0; look < LOOKS; look += 1) {
      const newest = newestRecord(client, key, id);
      if (newest !== null && newest.version > version) return newest;
      await new Promise((done) => setTimeout(done, 200));
      await refreshAll();
      if (saved !== undefined) {
        patchRecord(client, key, id, (node) => (Number(node.version) > version ? node : saved(node)));
      }
    }
    return null;
  };

  const accept = async (id: string, { record, position }: Written, saved?: Patch) => {
    const before = newestRecord(client, key, id);
    // Saved, and not to be read yet: without this, what was there before would stay on the screen.
    const now = record ?? (position !== null && before !== null ? await newer(id, before.version, saved) : null);
    if (now !== null) patchRecord(client, key, id, (node) => ({ ...node, ...now }));
    await refreshRecord();
    return now?.version ?? null;
  };
  const takeBack = async (id: string, position: number) => {
    await accept(id, await commands.undo(id, position));
  };

  const write = async (
    record: RecordBase,
    what: string,
    patch: Patch,
    send: (version: number) => Promise<Written>,
  ): Promise<void> => {
    const rollback = patchRecord(client, key, record.id, patch);
    const { version, settle } = nextWrite(client, record);
    try {
      const written = await send(await version);
      const { position } = written;
      if (position !== null) toastDone(`${what} saved`, () => takeBack(record.id, position));
      if (written.record !== null) settle(written.record.version);
      settle(await accept(record.id, written, patch));
    } catch (error) {
      settle(null);
      rollback();
      if (error instanceof RefusedError) {
        // Somebody else's value is what the next attempt is compared with, so it has to be seen first.
        if (isCollision(error)) await refreshAll();
        throw error;
      }
      toastFailed(
        `${what} not saved. ${messageOf(error)}`,
        () => void write(record, what, patch, send).catch(() => {}),
      );
    }
  };
  const save: RecordActions["save"] = async (record, fields, what, named = {}) => {
    try {
      await write(
        record,
        what,
        (node) => ({ ...withFields(node, fields), ...named }),
        (version) => commands.update(record.id, fields, version),
      );
    } catch (error) {
      if (!isCollision(error)) throw error;
      const now = await newer(record.id, record.version);
      if (now === null) throw error;
      const collisions = collisionsOf(error, fieldValues(record.fields), fields, fieldValues(now.fields));
      const names = namesOf(collisions, record, now, named);
      const choice = await askConflict({ kind, record: now, collisions, names });
      // Not decided: the editor keeps what was typed, and says why it is not saved.
      if (choice === null) throw error;
      const left = resolved(fields, collisions, choice);
      const mine = collisions.every(({ field }) => choice[field] === "mine");
      if (Object.keys(left).length > 0) await save(now, left, what, mine ? named : {});
    }
  };
  const link: RecordActions["link"] = async (record, account) => {
    if (commands.link === undefined) return;
    const { link: send } = commands;
    const shown = { accountId: account?.id ?? null, accountName: account?.name ?? null };
    await write(
      record,
      "Account",
      (node) => ({ ...withFields(node, { account: shown.accountId, account_link: "manual" }), ...shown }),
      (version) => send(record.id, shown.accountId, version),
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
      // Before the lists are read anew: who sees the change there can take it back with Ctrl Z.
      if (done.length > 0) {
        const what = records.length === 1 ? name : countOf(done.length, kind.noun, kind.nouns);
        toastDone(`${what} archived`, async () => {
          for (const id of done) await commands.restore(id);
          await refreshAll();
        });
      }
      await refreshAll();
    },
    restore: async (record, name) => {
      try {
        await commands.restore(record.id);
        toastDone(`${name} restored`, async () => {
          await commands.archive(record.id);
          await refreshAll();
        });
        await refreshAll();
      } catch (error) {
        toastFailed(`${name} not restored. ${messageOf(error)}`);
      }
    },
    restoreValues: async (record, fields, from, what) => {
      const written = await commands.restoreValues(record.id, fields, from, record.version);
      const { position } = written;
      if (position === null) toastDone(`${what} already held that value`);
      else toastDone(`${what} brought back`, () => takeBack(record.id, position));
      await accept(record.id, written);
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
