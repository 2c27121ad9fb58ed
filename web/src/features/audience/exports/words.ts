/** How exports are worded and coloured, for their list and the notice on other pages. */
import type { Tone } from "@/components/badge.tsx";
import type { ExportFormat, ExportState } from "@/gql/graphql.ts";
import { countOf, formatCount } from "@/lib/format.ts";
import type { ExportRow } from "./queries.ts";

export const STATES: Record<ExportState, { label: string; tone: Tone | "hollow" }> = {
  RUNNING: { label: "Running", tone: "primary" },
  COMPLETED: { label: "Ready", tone: "success" },
  CANCELLED: { label: "Cancelled", tone: "warning" },
  FAILED: { label: "Failed", tone: "danger" },
  EXPIRED: { label: "Expired", tone: "neutral" },
  REMOVED: { label: "Removed", tone: "neutral" },
};

export const FORMATS: Record<ExportFormat, string> = { CSV: "CSV", XLSX: "Excel", JSON: "JSON" };

/** "1,204 contacts" */
export function recordsOf(row: Pick<ExportRow, "entity" | "rows">): string {
  const nouns: [string, string] = row.entity === "ACCOUNT" ? ["account", "accounts"] : ["contact", "contacts"];
  return row.rows === null || row.rows === undefined
    ? nouns[1].replace(/^./, (first) => first.toUpperCase())
    : countOf(row.rows, ...nouns);
}

/** "12 left out": records that clients supplied for their own use only. Null where the file has all of the list. */
export function leftOutOf(row: Pick<ExportRow, "leftOut">): string | null {
  return row.leftOut > 0 ? `${formatCount(row.leftOut)} left out` : null;
}

/** Why there is nothing to download, or less than the list has, for the tooltip of the state. */
export function reasonOf(row: Pick<ExportRow, "state" | "error" | "leftOut">): string | null {
  if (row.state === "COMPLETED" && row.leftOut > 0)
    return `Without ${formatCount(row.leftOut)} of the list: clients supplied them for their own use only.`;
  if (row.state === "EXPIRED") return "Files are kept for seven days. Export the list again.";
  if (row.state === "REMOVED")
    return "A person who may be in the file was erased, so the file was removed. Export the list again.";
  return row.error ?? null;
}
