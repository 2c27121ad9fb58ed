/** What undoing a whole piece of work comes to, and which conflicts are undone all the same. No React. */
import type { Entity, ImportUndoState, ProgressFragment } from "@/gql/graphql.ts";
import { countOf } from "@/lib/format.ts";
import type { Json } from "@/lib/json.ts";

export interface ValueChange {
  entity: Entity;
  field: string;
  label: string;
  old: Json;
  new: Json;
  /** The old value stays; `new` is what was offered, and `rule` why it lost. */
  kept: boolean;
  rule: string | null;
}

export interface UndoCounts {
  archived: number;
  reverted: number;
  partly: number;
  kept: number;
  nothing: number;
  gone: number;
}

export const NO_RECORDS: UndoCounts = { archived: 0, reverted: 0, partly: 0, kept: 0, nothing: 0, gone: 0 };

/** Records by what an undo does to them. */
export interface UndoSums {
  contacts: UndoCounts;
  accounts: UndoCounts;
}

/** An undo, or a look at one. */
export interface UndoRun extends UndoSums {
  state: ImportUndoState;
  /** Tells one from the next. */
  startedAt: string;
  finishedAt?: string | null | undefined;
  progress?: ProgressFragment | null | undefined;
}

/** A record of an undo. Without reasons it is taken back; what somebody touched since stays as it is unless it is chosen. */
export interface UndoneRecord {
  id: string;
  entity: Entity;
  name: string | null;
  /** What goes back without being chosen: from `old` to `new`. */
  changes: ValueChange[];
  /** Why something of it is left: in words, each with the field it is about, if any. */
  reasons: { field: string | null; message: string; choosable: boolean }[];
}

/** How the work that is undone is spoken of. */
export interface UndoWords {
  /** "import", "bulk change" */
  work: string;
  /** What happens to a record that the work had changed. */
  back: { one: string; many: string; wasOne: string; wasMany: string; tab: string };
  /** What choosing a conflict does that is about the record as a whole. */
  whole: string;
}

/** Values go back. */
export const VALUES_BACK: UndoWords["back"] = {
  one: "gets earlier values back",
  many: "get earlier values back",
  wasOne: "got earlier values back",
  wasMany: "got earlier values back",
  tab: "Get earlier values back",
};

/** Of a value that another record has by now, a choice changes nothing. */
export const isChoosable = (record: UndoneRecord) => record.reasons.some((reason) => reason.choosable);

/** "Job title, Seniority: changed since the import." Fields with the same reason share its line. */
export function reasonLines({ reasons }: UndoneRecord): { fields: string[]; message: string }[] {
  const lines: { fields: string[]; message: string }[] = [];
  for (const { field, message } of reasons) {
    const same = lines.find((line) => line.message === message && line.fields.length > 0);
    if (field === null) lines.push({ fields: [], message });
    else if (same === undefined) lines.push({ fields: [field], message });
    else same.fields.push(field);
  }
  return lines;
}

/** What its box would do. */
export function chosenWords(record: UndoneRecord, { work, whole }: Pick<UndoWords, "work" | "whole">): string {
  if (!isChoosable(record)) return "Stays, chosen or not";
  if (record.reasons.every((reason) => reason.field === null)) return whole;
  const fields = record.reasons.flatMap(({ field, choosable }) => (field !== null && choosable ? [field] : []));
  return `${fields.join(", ")}: back to before the ${work}`;
}

/** Which conflicts are undone too. */
export interface UndoChoice {
  all: boolean;
  ids: ReadonlySet<string>;
}

export const LEAVE_ALL: UndoChoice = { all: false, ids: new Set() };
/** The API takes so many by their ids; more than that are all of them. */
export const MOST_CHOSEN = 1000;

export const isChosen = (choice: UndoChoice, id: string) => choice.all || choice.ids.has(id);

/** Letting go of one of all keeps the others that are in sight. */
export function toggled(choice: UndoChoice, id: string, loaded: readonly string[]): UndoChoice {
  const ids = new Set(choice.all ? loaded : choice.ids);
  if (!ids.delete(id)) ids.add(id);
  return { all: false, ids };
}

export const chosenCount = (choice: UndoChoice, total: number) => (choice.all ? total : choice.ids.size);

/** Records of which something is left. */
export const conflictsOf = ({ contacts, accounts }: UndoSums) =>
  contacts.partly + contacts.kept + accounts.partly + accounts.kept;

/** Records that are taken back as they are. */
export const takenBack = ({ contacts, accounts }: UndoSums) =>
  [contacts, accounts].reduce((sum, counts) => sum + counts.archived + counts.reverted + counts.partly, 0);

/** "1,204 contacts and 80 accounts are archived, 310 contacts get earlier values back." */
export function undoWords({ contacts, accounts }: UndoSums, back = VALUES_BACK, done = false): string {
  const part = (of: (counts: UndoCounts) => number, one: string, many: string) => {
    const sums = [of(contacts), of(accounts)] as const;
    const words = [
      sums[0] > 0 ? countOf(sums[0], "contact", "contacts") : null,
      sums[1] > 0 ? countOf(sums[1], "account", "accounts") : null,
    ].filter((text) => text !== null);
    return words.length === 0 ? null : `${words.join(" and ")} ${sums[0] + sums[1] === 1 ? one : many}`;
  };
  const parts = [
    part((counts) => counts.archived, done ? "was archived" : "is archived", done ? "were archived" : "are archived"),
    part((counts) => counts.reverted + counts.partly, done ? back.wasOne : back.one, done ? back.wasMany : back.many),
  ].filter((text) => text !== null);
  if (parts.length === 0) return done ? "Nothing was taken back." : "There is nothing to take back.";
  return `${parts.join(", ")}.`;
}
