/** Rejected rows put right by hand: which cells were changed, and what a paste or a repeated value changes with them. */
import type { RowProblem } from "./row-problem.ts";

export interface RejectedRow {
  /** As a spreadsheet counts them. */
  row: number;
  /** In the order of the file's columns. */
  cells: string[];
  problems: RowProblem[];
  /** The import that took it when it was mended before, and rejected it again. */
  triedIn: string | null;
}

/** By row, then by column; only cells that differ from the file. */
export type Fixes = ReadonlyMap<number, ReadonlyMap<number, string>>;

export const NO_FIXES: Fixes = new Map();

export const cellOf = (fixes: Fixes, row: RejectedRow, column: number): string =>
  fixes.get(row.row)?.get(column) ?? row.cells[column] ?? "";

/** A cell that is what it was in the file again is no fix. */
export function fixed(fixes: Fixes, row: RejectedRow, column: number, value: string): Fixes {
  const cells = new Map(fixes.get(row.row));
  if (value === (row.cells[column] ?? "")) cells.delete(column);
  else cells.set(column, value);
  const next = new Map(fixes);
  if (cells.size === 0) next.delete(row.row);
  else next.set(row.row, cells);
  return next;
}

/** Cells copied in a spreadsheet, laid over the rows from one cell to the right and down. What does not fit is let go. */
export function pasted(
  fixes: Fixes,
  rows: readonly RejectedRow[],
  at: { index: number; column: number },
  columns: number,
  text: string,
): Fixes {
  const lines = text.replace(/\r?\n$/, "").split(/\r?\n/);
  return lines.reduce((next, line, down) => {
    const row = rows[at.index + down];
    if (row === undefined) return next;
    return line.split("\t").reduce((some, value, right) => {
      const column = at.column + right;
      return column < columns ? fixed(some, row, column, value.trim()) : some;
    }, next);
  }, fixes);
}

/** Other rows with the same mistake, still as the file has it. */
export function alike(fixes: Fixes, rows: readonly RejectedRow[], row: RejectedRow, column: number): RejectedRow[] {
  const wrong = row.cells[column] ?? "";
  return rows.filter(
    (other) => other.row !== row.row && (other.cells[column] ?? "") === wrong && !fixes.get(other.row)?.has(column),
  );
}

/** What is sent: every changed row whole, so that it stands by itself. */
export function corrected(fixes: Fixes, rows: readonly RejectedRow[]): { row: number; cells: string[] }[] {
  return rows
    .filter((row) => fixes.has(row.row))
    .map((row) => ({ row: row.row, cells: row.cells.map((_, column) => cellOf(fixes, row, column)) }));
}
