/** What can become of a row of a file, in the order they are shown. The seven add up to the rows read, always. */
import type { Tone } from "@/components/badge.tsx";

/** Rows by what became of them, as the API sends them. */
export interface OutcomeCounts {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  mergedInFile: number;
  matchesArchived: number;
  rejected: number;
  notRun: number;
  /** Rows that went in with a doubt; not an outcome of its own. */
  warnings: number;
}

export interface Outcome {
  /** As the API names it in the contacts' filter. */
  id: string;
  field: Exclude<keyof OutcomeCounts, "read" | "warnings">;
  label: string;
  tone: Tone;
  /** What it means, in one sentence. */
  meaning: string;
  /** Whether contacts stand behind it. */
  records: boolean;
}

export const OUTCOMES: readonly Outcome[] = [
  {
    id: "created",
    field: "created",
    label: "Created",
    tone: "success",
    meaning: "New contacts.",
    records: true,
  },
  {
    id: "updated",
    field: "updated",
    label: "Updated",
    tone: "primary",
    meaning: "Contacts that were known, with something new in the row.",
    records: true,
  },
  {
    id: "unchanged",
    field: "unchanged",
    label: "Unchanged",
    tone: "neutral",
    meaning: "Contacts that were known, with nothing new in the row.",
    records: true,
  },
  {
    id: "merged_in_file",
    field: "mergedInFile",
    label: "Repeated in file",
    tone: "violet",
    meaning: "An earlier row of the same file was the same contact; its values came together.",
    records: true,
  },
  {
    id: "matches_archived",
    field: "matchesArchived",
    label: "Archived",
    tone: "warning",
    meaning: "The contact it matches is archived; nothing was written.",
    records: true,
  },
  {
    id: "rejected",
    field: "rejected",
    label: "Rejected",
    tone: "danger",
    meaning: "Not imported; the reasons stand below, and in the file of these rows.",
    records: false,
  },
  {
    id: "not_run",
    field: "notRun",
    label: "Not run",
    tone: "info",
    meaning: "The import ended before this row.",
    records: false,
  },
];

/** The list that shows the contacts of one outcome: archived ones too, so that it holds as many as were counted. */
export function outcomeHref(importId: string, outcome: Outcome): string {
  return `/contacts?import=${importId}&outcome=${outcome.id}&archived=both`;
}
