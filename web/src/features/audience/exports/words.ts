/** How exports are worded and coloured, for their list and the notice on other pages. */
import type { Tone } from "@/components/badge.tsx";
import type { ExportFormat, ExportState } from "@/gql/graphql.ts";
import { countOf, formatCount } from "@/lib/format.ts";
import type { Json } from "@/lib/json.ts";
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

/** Why there is nothing to download, for the tooltip of the state. */
export function reasonOf(row: Pick<ExportRow, "state" | "error">): string | null {
  if (row.state === "EXPIRED") return "Files are kept for seven days. Export the list again.";
  if (row.state === "REMOVED")
    return "A person who may be in the file was erased, so the file was removed. Export the list again.";
  return row.error ?? null;
}

const NAMES: Record<string, string> = {
  q: "search",
  accountId: "one account",
  importId: "one import",
  importOutcome: "import outcome",
  country: "country",
  seniorityLevel: "seniority",
  department: "department",
  industry: "industry",
  status: "status",
  jobTitleContains: "title",
  createdFrom: "created since",
  createdTo: "created before",
  where: "a filter",
};

/** What of the list it was: "search “ada”, country DE, FR". */
export function whichOf(filter: Json | null | undefined): string {
  if (filter === null || filter === undefined) return "A filter that named an erased person";
  if (typeof filter !== "object" || Array.isArray(filter)) return "All";
  const ids = filter["ids"];
  if (Array.isArray(ids)) return `${formatCount(ids.length)} selected`;
  const said = Object.entries(filter).flatMap(([key, value]) => {
    const name = NAMES[key];
    if (name === undefined) return [];
    if (Array.isArray(value)) return [`${name} ${value.join(", ")}`];
    return [typeof value === "string" && !key.endsWith("Id") ? `${name} “${value}”` : name];
  });
  const archived = filter["archived"] === true ? ["archived"] : filter["archived"] === false ? [] : ["archived too"];
  const words = [...said, ...archived].join(", ");
  return words === "" ? "All" : words.replace(/^./, (first) => first.toUpperCase());
}
