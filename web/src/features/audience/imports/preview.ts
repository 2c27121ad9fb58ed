/** What a dry run says, in the words and columns of its page. No React. */
import type { Entity } from "@/gql/graphql.ts";
import type { Tone } from "@/components/badge.tsx";
import { countOf, formatCount } from "@/lib/format.ts";
import type { RowProblem } from "./row-problem.ts";
import type { OutcomeCounts } from "@/records/import-outcomes.ts";
import type { ValueChange } from "@/records/undo/undo.ts";

/** One row of the file, or one account beside them. */
export interface PreviewRow {
  id: string;
  row: number;
  name: string | null;
  recordId: string | null;
  /** Earlier row of the same file that is the same record. */
  intoRow: number | null;
  matchedBy: string | null;
  changes: ValueChange[];
  problems: RowProblem[];
}

/** One list of a dry run: rows by outcome, or the accounts made or changed on the side. */
export interface PreviewList {
  id: string;
  label: string;
  /** Heading over the list. */
  title: string;
  note: string;
  tone: Tone;
  count: number;
}

interface Counts {
  outcomes: OutcomeCounts;
  accountsCreated: number;
  accountsUpdated: number;
}

/** The outcomes of rows, in the order of their tiles. "Not run" has none: a dry run reads everything. */
export function rowLists({ outcomes }: Counts, noun: [string, string]): PreviewList[] {
  const [, many] = noun;
  return [
    {
      id: "created",
      label: "New",
      title: `New ${many}`,
      note: "will be created",
      tone: "success",
      count: outcomes.created,
    },
    {
      id: "updated",
      label: "Updated",
      title: `Updated ${many}`,
      note: "get new values",
      tone: "primary",
      count: outcomes.updated,
    },
    {
      id: "unchanged",
      label: "Unchanged",
      title: `Unchanged ${many}`,
      note: "nothing to write",
      tone: "neutral",
      count: outcomes.unchanged,
    },
    {
      id: "merged_in_file",
      label: "Repeated in file",
      title: "Repeated in the file",
      note: "joined to an earlier row",
      tone: "violet",
      count: outcomes.mergedInFile,
    },
    {
      id: "matches_archived",
      label: "Archived",
      title: `Match archived ${many}`,
      note: "left as they are",
      tone: "warning",
      count: outcomes.matchesArchived,
    },
    {
      id: "rejected",
      label: "Rejected",
      title: "Rejected rows",
      note: "kept for the reject file",
      tone: "danger",
      count: outcomes.rejected,
    },
  ];
}

/** What is counted beside the outcomes: accounts made for contacts, and rows that go in with a doubt. */
export function sideLists(
  { outcomes, accountsCreated, accountsUpdated }: Counts,
  withAccounts: boolean,
): PreviewList[] {
  const warnings: PreviewList = {
    id: "warnings",
    label: outcomes.warnings === 1 ? "row with a warning" : "rows with a warning",
    title: "Rows that go in with a warning",
    note: "without a value, or with a doubt",
    tone: "warning",
    count: outcomes.warnings,
  };
  if (!withAccounts) return [warnings];
  return [
    {
      id: "accounts_created",
      label: accountsCreated === 1 ? "new account" : "new accounts",
      title: "New accounts",
      note: "made for the contacts of this file",
      tone: "success",
      count: accountsCreated,
    },
    {
      id: "accounts_updated",
      label: accountsUpdated === 1 ? "updated account" : "updated accounts",
      title: "Updated accounts",
      note: "get new values",
      tone: "primary",
      count: accountsUpdated,
    },
    warnings,
  ];
}

/** The list to open first: what is changed deserves the closest look, then what is refused. */
export function firstList(lists: readonly PreviewList[]): string {
  const order = ["updated", "rejected", "created"];
  const filled = order.find((id) => lists.some((list) => list.id === id && list.count > 0));
  return filled ?? lists.find((list) => list.count > 0)?.id ?? "created";
}

/** The button that goes on: it names what it writes. */
export function runLabel(outcomes: OutcomeCounts): string {
  const writes = outcomes.created + outcomes.updated;
  return writes === 0 ? "Import anyway" : `Import ${countOf(writes, "row", "rows")}`;
}

/** "Checked 100,248 rows in 3.1 s. Nothing has been written yet." */
export function checkedWords(read: number, seconds: number | null): string {
  const took = seconds === null ? "" : ` in ${seconds < 10 ? seconds.toFixed(1) : formatCount(Math.round(seconds))} s`;
  return `Checked ${countOf(read, "row", "rows")}${took}. Nothing has been written yet.`;
}

export interface FieldColumn {
  id: string;
  entity: Entity;
  field: string;
  label: string;
}

/** A column for every field that changes in the rows at hand, those that change most often first. */
export function changedFields(rows: readonly PreviewRow[]): FieldColumn[] {
  const seen = new Map<string, FieldColumn & { rows: number }>();
  for (const change of rows.flatMap((row) => row.changes)) {
    const id = `${change.entity}:${change.field}`;
    const known = seen.get(id);
    if (known === undefined)
      seen.set(id, { id, entity: change.entity, field: change.field, label: change.label, rows: 1 });
    else known.rows += 1;
  }
  return [...seen.values()]
    .toSorted((a, b) => b.rows - a.rows)
    .map(({ id, entity, field, label }) => ({ id, entity, field, label }));
}
