/** What rules of retention and runs say of themselves. Pure. */
import type { RetentionUnit } from "@/gql/graphql.ts";
import { formatCount } from "@/lib/format.ts";
import type { RetentionDryRun, RetentionRuleChange, RetentionRun } from "./queries.ts";

export const UNITS: Record<RetentionUnit, string> = { DAYS: "days", MONTHS: "months", YEARS: "years" };

/** Null is for good. */
export interface Keep {
  count: number | null;
  unit: RetentionUnit | null;
}

/** As the server takes it: 1 to 100 years, in any unit. */
const MOST: Record<RetentionUnit, number> = { DAYS: 36_500, MONTHS: 1_200, YEARS: 100 };
/** On average, in days. */
const LENGTH: Record<RetentionUnit, number> = { DAYS: 1, MONTHS: 30.4375, YEARS: 365.25 };

/** What was typed as a time; null while it is none. */
export function keepOf(count: string, unit: RetentionUnit): Keep | null {
  if (!/^\d{1,5}$/.test(count.trim())) return null;
  const number = Number(count);
  return number >= 1 && number <= MOST[unit] ? { count: number, unit } : null;
}

/** "forever", "1 year", "18 months" */
export function keepWords({ count, unit }: Keep): string {
  if (count === null || unit === null) return "forever";
  return count === 1 ? `1 ${UNITS[unit].slice(0, -1)}` : `${count} ${UNITS[unit]}`;
}

export function sameKeep(a: Keep, b: Keep): boolean {
  return a.count === b.count && a.unit === b.unit;
}

/** Whether more is deleted than before, and so a dry run is needed. Months are of no one length: the server has the last word. */
export function isShorter(keep: Keep, than: Keep): boolean {
  return lengthOf(keep) < lengthOf(than);
}

function lengthOf({ count, unit }: Keep): number {
  return count === null || unit === null ? Number.POSITIVE_INFINITY : count * LENGTH[unit];
}

/** "Import files: 3 years (forever before)" */
export function changeWords({ label, keep, previous }: RetentionRuleChange): string {
  return `${label}: ${keep.label} (${previous.label} before)`;
}

/** "Sign-ins 12, Finished jobs 340 (more with the next run)"; what holds kept stands behind. */
export function runWords(run: RetentionRun): string {
  const deleted = run.kinds
    .filter((kind) => kind.deleted > 0)
    .map((kind) => `${kind.label} ${formatCount(kind.deleted)}${kind.more ? " (more with the next run)" : ""}`);
  const rest = [
    run.held > 0 ? `${formatCount(run.held)} kept by legal holds` : null,
    ...run.kinds.filter((kind) => kind.onHold).map((kind) => `${kind.label} on hold`),
  ].filter((words) => words !== null);
  const first = deleted.length === 0 ? "Nothing was due" : `Deleted: ${deleted.join(", ")}`;
  return [run.cancelled ? `Stopped. ${first}` : first, ...rest].join(" · ");
}

/** The numbers of a dry run, one line each. */
export function foundWords(found: RetentionDryRun): [string, string][] {
  return [
    ["The next run deletes", formatCount(found.dueNow)],
    ["More in 30 days", formatCount(found.dueIn30Days)],
    ["More in 90 days", formatCount(found.dueIn90Days)],
    ["Kept by legal holds", formatCount(found.held)],
  ];
}
