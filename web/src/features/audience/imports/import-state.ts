/** How states and outcomes of an import are worded and coloured, for its list, its page and the notice on other pages. */
import type { Tone } from "@/components/badge.tsx";
import type { OutcomePart } from "@/components/outcome-bar.tsx";
import type { ImportState } from "@/gql/graphql.ts";
import { countOf, formatCount } from "@/lib/format.ts";
import { type OutcomeCounts, OUTCOMES } from "@/records/import-outcomes.ts";

export const STATES: Record<ImportState, { label: string; tone: Tone | "hollow" }> = {
  UPLOADED: { label: "To map", tone: "hollow" },
  MAPPED: { label: "To preview", tone: "hollow" },
  PREVIEWED: { label: "To start", tone: "hollow" },
  RUNNING: { label: "Running", tone: "primary" },
  COMPLETED: { label: "Completed", tone: "success" },
  CANCELLED: { label: "Cancelled", tone: "warning" },
  FAILED: { label: "Failed", tone: "danger" },
  UNDONE: { label: "Undone", tone: "neutral" },
};

export const STEPS = ["Upload", "Map", "Preview", "Run", "Result"] as const;

/** Index into STEPS; past the end when there is nothing left to do. `step=map` in the URL goes back to the columns. */
export function stepOf(state: ImportState, wanted: string | null = null): number {
  if (state === "UPLOADED") return 1;
  if (state === "MAPPED" || state === "PREVIEWED") return wanted === "map" ? 1 : 2;
  return state === "RUNNING" ? 3 : STEPS.length;
}

export function partsOf(outcomes: OutcomeCounts): OutcomePart[] {
  return OUTCOMES.map(({ field, label, tone }) => ({ label, tone, value: outcomes[field] }));
}

export function importedOf(outcomes: Pick<OutcomeCounts, "created" | "updated">): number {
  return outcomes.created + outcomes.updated;
}

/** What an import came to, in one line: a file that brought nothing new is no failure, and says so. */
export function cameOf(outcomes: OutcomeCounts): string {
  const imported = importedOf(outcomes);
  const { read, unchanged, rejected, mergedInFile } = outcomes;
  if (imported > 0) return `${countOf(imported, "row", "rows")} imported`;
  if (read === 0) return "The file had no rows";
  if (unchanged + mergedInFile === read)
    return `Nothing to change: ${read === 1 ? "the row was" : `all ${formatCount(read)} rows were`} known already`;
  if (rejected === read)
    return `Nothing imported: ${read === 1 ? "the row was" : `all ${formatCount(read)} rows were`} rejected`;
  return `Nothing was added or changed by ${countOf(read, "row", "rows")}`;
}
