/** Files are found again by their header row: which import a person mapped the same columns in last. */
import { preference, savePreference } from "@/lib/preferences.ts";
import { folded } from "./mapping.ts";

const KEY = "imports.headers";
/** Vendors' layouts that one person meets; the oldest are forgotten. */
const KEPT = 30;

interface Known {
  header: string;
  id: string;
}

interface Headed {
  header: string;
}

/** The import that mapped these columns; null when none did. */
export function recalled(columns: readonly Headed[]): string | null {
  const header = signature(columns);
  return preference<Known[]>(KEY, []).find((known) => known.header === header)?.id ?? null;
}

export function remember(columns: readonly Headed[], id: string): void {
  savePreference(KEY, withNewest(preference<Known[]>(KEY, []), { header: signature(columns), id }) as never);
}

/** The newest first, each header row once. Pure, for tests. */
export function withNewest(all: readonly Known[], newest: Known): Known[] {
  return [newest, ...all.filter((known) => known.header !== newest.header)].slice(0, KEPT);
}

/** Short, whatever the headers are, and the same wherever they stand (FNV-1a, 32 bits, with the number of columns). */
export function signature(columns: readonly Headed[]): string {
  const text = columns
    .map((column) => folded(column.header))
    .toSorted()
    .join("\u0001");
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return `${columns.length}-${hash.toString(16).padStart(8, "0")}`;
}
