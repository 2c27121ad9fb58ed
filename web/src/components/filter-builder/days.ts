/** Days as filters name them: a date, today, or so many days away from it, which move with the day the filter is asked. */
import { formatGivenDay, formatMoment } from "@/lib/format.ts";
import type { FilterValue } from "./types.ts";
import { isObject } from "./values.ts";

export type DayKind = "date" | "today" | "ago" | "ahead";

export const DAY_KINDS: readonly { value: DayKind; label: string }[] = [
  { value: "date", label: "On a date" },
  { value: "today", label: "Today" },
  { value: "ago", label: "Days ago" },
  { value: "ahead", label: "Days from now" },
];

export interface Day {
  kind: DayKind;
  /** A date, or a number of days. */
  text: string;
}

export function readDay(value: FilterValue): Day {
  if (value === "today") return { kind: "today", text: "" };
  if (isObject(value)) {
    if ("daysAgo" in value) return { kind: "ago", text: String(value.daysAgo) };
    if ("daysAhead" in value) return { kind: "ahead", text: String(value.daysAhead) };
  }
  return { kind: "date", text: typeof value === "string" ? value : "" };
}

/** undefined while there is nothing to ask by. */
export function writeDay({ kind, text }: Day): FilterValue {
  if (kind === "today") return "today";
  if (kind === "date") return text === "" ? undefined : text;
  const days = readCount(text);
  if (days === undefined) return undefined;
  return kind === "ago" ? { daysAgo: days } : { daysAhead: days };
}

/** A whole number, or the text for the API to refuse. */
export function readCount(text: string): string | number | undefined {
  const bare = text.trim();
  if (bare === "") return undefined;
  return /^\d{1,6}$/.test(bare) ? Number(bare) : bare;
}

export function dayWords(value: FilterValue): string {
  const { kind, text } = readDay(value);
  switch (kind) {
    case "today":
      return "today";
    case "ago":
      return text === "1" ? "1 day ago" : `${text} days ago`;
    case "ahead":
      return text === "1" ? "1 day from now" : `${text} days from now`;
    case "date":
      if (/^\d{4}-\d\d-\d\d$/.test(text)) return formatGivenDay(text);
      return Number.isNaN(Date.parse(text)) ? text : formatMoment(text);
  }
}
