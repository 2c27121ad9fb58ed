/** Lists in words: where they come from, who sees them, who was in them on a day. No React. */
import type { List } from "@/features/audience/lists/queries.ts";
import type { ListOperation, ListSource, ListVisibility } from "@/gql/graphql.ts";
import { formatDay, formatMoment } from "@/lib/format.ts";
import { fieldValues, type Json } from "@/lib/json.ts";
import type { Shared } from "../sharing.ts";

export const SOURCES: Record<ListSource, string> = {
  MANUAL_UPLOAD: "Pasted",
  SELECTION: "Picked by hand",
  FILTER: "From a filter",
  SEGMENT: "From a segment",
  DOMAIN_SET: "From a domain set",
  COMBINATION: "Combined",
  SNAPSHOT: "Frozen copy",
};

export const OPERATIONS: Record<ListOperation, { label: string; hint: string }> = {
  UNION: { label: "In any of them", hint: "Each record once" },
  INTERSECT: { label: "In all of them", hint: "Only those that every list has" },
  SUBTRACT: { label: "In this one and none of the others", hint: "The others are taken away" },
};

/** A list as what is shared elsewhere, too: views and segments. */
export function asShared({ visibility, teamId, ownerId, ownerName }: Visible): Shared {
  return { sharing: visibility === "GLOBAL" ? "EVERYONE" : visibility, teamId, ownerId, ownerName };
}

type Visible = Pick<List, "visibility" | "teamId" | "ownerId" | "ownerName">;

/** From what a form asks: "PRIVATE", "EVERYONE" or the id of a team. */
export function visibilityOf(sharing: string): { visibility: ListVisibility; teamId: string | null } {
  if (sharing === "PRIVATE") return { visibility: "PRIVATE", teamId: null };
  return sharing === "EVERYONE" ? { visibility: "GLOBAL", teamId: null } : { visibility: "TEAM", teamId: sharing };
}

/** Of the lists that it was made from, the ids in their order. */
export function madeFrom(reference: Json): { lists: string[]; operation: ListOperation | null } {
  const said = fieldValues(reference);
  const lists = Array.isArray(said["lists"]) ? said["lists"] : [said["list"]];
  const operation = String(said["operation"] ?? "").toUpperCase();
  return {
    lists: lists.filter((id): id is string => typeof id === "string"),
    operation: operation in OPERATIONS ? (operation as ListOperation) : null,
  };
}

export const segmentOf = (reference: Json): string | null => said(reference, "segment");

export const domainSetOf = (reference: Json): string | null => said(reference, "domain_set");

/** Of a segment: the moment whose members came into the list. */
export const takenAt = (reference: Json): string | null => said(reference, "as_of");

function said(reference: Json, key: string): string | null {
  const value = fieldValues(reference)[key];
  return typeof value === "string" ? value : null;
}

/** One entry per line; separators that spreadsheets leave between are taken for line ends. What stands twice counts once. */
export function entriesOf(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[\n\r,;\t]+/)
        .map((entry) => entry.trim().replaceAll(/^["'<]+|["'>]+$/g, ""))
        .filter((entry) => entry !== ""),
    ),
  ];
}

/** Most that are read at once. */
export const PASTED_MAX = 10_000;

/** Who was in it: a day, meant until its end, or an exact moment. Null: now, also for a day that is not over. */
export function asOfMoment(text: string | null, now: Date = new Date()): string | null {
  if (text === null || text === "") return null;
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const at =
    day === null ? new Date(text) : new Date(Number(day[1]), Number(day[2]) - 1, Number(day[3]), 23, 59, 59, 999);
  return Number.isNaN(at.getTime()) || at >= now ? null : at.toISOString();
}

/** "20 Nov", or with the time where a moment was asked for. */
export function asOfWords(text: string, moment: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDay(moment) : formatMoment(moment);
}

/** The last day that a date field offers. */
export const today = (): string => localDay(new Date());

/** What a date field holds. */
export function localDay(date: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
