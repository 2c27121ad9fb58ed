/** What a change of a list's members came to, in words. No React. */
import type { ChangedList, ListChange } from "@/features/audience/lists/mutations.ts";
import type { Entity } from "@/gql/graphql.ts";
import { countOf, formatCount } from "@/lib/format.ts";

export type Verb = "ADD" | "REMOVE";

/** Kept where it is shown until somebody closes it. */
export interface Answer {
  /** Null where the read side does not show a new list yet. */
  listId: string | null;
  listName: string;
  entity: Entity;
  verb: Verb;
  change: ListChange;
  /** The list is a frozen copy: what filled it is not taken back. */
  frozen?: true;
}

const nounsOf = (entity: Entity): [string, string] =>
  entity === "ACCOUNT" ? ["account", "accounts"] : ["contact", "contacts"];

/** Null where nothing was named, so that there is nothing to tell. */
export function answerOf(
  verb: Verb,
  list: { id: string | null; name: string; entity: Entity },
  { change }: Pick<ChangedList, "change">,
): Answer | null {
  if (change === null || (change.asked === 0 && !change.bulkId)) return null;
  return { listId: list.id, listName: list.name, entity: list.entity, verb, change };
}

/** "12 contacts added to “Berlin”" */
export function answerTitle({ verb, change, listName, entity }: Answer): string {
  const nouns = nounsOf(entity);
  const where = verb === "ADD" ? `to “${listName}”` : `from “${listName}”`;
  const done = verb === "ADD" ? "added" : "removed";
  if (change.bulkId) {
    return verb === "ADD" ? `“${listName}” is being filled` : `${capital(nouns[1])} are being removed ${where}`;
  }
  if (change.changed === null || change.changed === undefined) {
    const named = change.asked - change.refusedCount;
    return named === 0
      ? `Nothing ${done} ${where}`
      : `${countOf(named, ...nouns)} named; how many were new is not known yet`;
  }
  return change.changed === 0 ? `Nothing ${done} ${where}` : `${countOf(change.changed, ...nouns)} ${done} ${where}`;
}

/** The others: who was so already, and how many entries nothing came of. With the title they add up to what was asked. */
export function answerRest({ verb, change, entity }: Answer): string[] {
  const [noun, nouns] = nounsOf(entity);
  const rest: string[] = [];
  const unchanged = change.unchanged ?? 0;
  if (unchanged > 0) {
    const were = unchanged === 1 ? "was" : "were";
    rest.push(
      verb === "ADD"
        ? `${countOf(unchanged, noun, nouns)} ${were} in it already`
        : `${countOf(unchanged, noun, nouns)} ${were} not in it`,
    );
  }
  if (change.refusedCount > 0) rest.push(`${countOf(change.refusedCount, "entry was", "entries were")} refused`);
  return rest;
}

/** Everything went as asked, so that a line that goes by itself says enough. */
export function isClean({ change }: Answer): boolean {
  return change.refusedCount === 0 && (Boolean(change.bulkId) || ((change.changed ?? 0) > 0 && change.unchanged === 0));
}

/** Made in one request, and something moved: only then is there something to take back. */
export function isUndoable({ change, listId }: Answer): boolean {
  return listId !== null && !change.bulkId && change.changed !== 0 && change.asked > change.refusedCount;
}

export interface RefusedFor {
  why: string;
  entries: string[];
}

/** By the reason, the commonest first. */
export function refusedBy(refused: ListChange["refused"]): RefusedFor[] {
  const by = new Map<string, string[]>();
  for (const { message, entry } of refused) {
    const entries = by.get(message);
    if (entries === undefined) by.set(message, [entry]);
    else entries.push(entry);
  }
  return [...by].map(([why, entries]) => ({ why, entries })).toSorted((a, b) => b.entries.length - a.entries.length);
}

/** How many refused entries the server did not name. */
export function unnamed({ refused, refusedCount }: ListChange): string | null {
  const more = refusedCount - refused.length;
  return more <= 0 ? null : `${formatCount(more)} more were refused and are not named here.`;
}

const capital = (text: string) => text.replace(/^./, (first) => first.toUpperCase());
