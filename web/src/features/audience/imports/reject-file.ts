/** The reject file as rows to put right: the file's own cells, its row number, and what is wrong with it. No React. */
import type { FieldDefinition } from "@/records/catalogue.ts";
import type { Entity } from "@/gql/graphql.ts";
import type { RejectedRow } from "./fixes.ts";
import { type Choice, targetLabel } from "./mapping.ts";
import { records } from "./pasted.ts";
import type { RowProblem } from "./row-problem.ts";

/** Behind the file's own cells: Row, Result, Reasons. */
const ADDED = 3;
/** Stands behind a row whose cells are not where they belong, so that nobody imports it unread. */
const TO_MEND = "Mend this row, then empty this cell";

/** `harmless`: codes that only warn. */
export function readRejects(text: string, columns: number, harmless: ReadonlySet<string> = new Set()): RejectedRow[] {
  const rows: RejectedRow[] = [];
  let head = true;
  for (const record of records(text.replace(/^\uFEFF/, ""), ",")) {
    if (head) {
      head = false;
      continue;
    }
    const whole = record.at(-1) === TO_MEND ? record.slice(0, -1) : record;
    const [row = "", result, reasons = ""] = whole.slice(-ADDED);
    if (result !== "rejected") continue;
    const cells = whole.slice(0, -ADDED).map(unsafe);
    rows.push({
      row: Number(row),
      cells: Array.from({ length: columns }, (_, index) => cells[index] ?? ""),
      more: cells.slice(columns),
      problems: problemsOf(reasons, harmless),
    });
  }
  return rows;
}

/** A cell that a spreadsheet would run got an apostrophe in front; in the file it has none. */
const unsafe = (cell: string) => (/^'\s*[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell);

/** "Email: not a valid address. [email_syntax] Country: not recognised. [country_unknown]" */
function problemsOf(reasons: string, harmless: ReadonlySet<string>): RowProblem[] {
  return [...reasons.matchAll(/\s*(.*?) \[([a-z0-9_]+)\]/gs)].map(([, message = "", code = ""]) => ({
    code,
    message,
    field: null,
    value: null,
    rejected: !harmless.has(code),
  }));
}

/** Which column a problem speaks of: its sentence begins with the field as forms call it. */
export function columnOf(
  problem: RowProblem,
  choices: readonly Choice[],
  fields: Record<Entity, readonly FieldDefinition[]>,
): number | null {
  const named = choices.find(({ target }) => {
    if (target === null) return false;
    const labels = [targetLabel(target, fields[target.entity]), labelOf(target.field, fields[target.entity])];
    return labels.some((label) => problem.message.startsWith(`${label}:`));
  });
  return named?.column ?? null;
}

const labelOf = (key: string, fields: readonly FieldDefinition[]) =>
  fields.find((field) => field.key === key)?.label ?? key;
