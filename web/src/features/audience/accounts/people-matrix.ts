/** The people of a company as a small table: seniority down, department across. */
import type { PeopleCell } from "./page-queries.ts";

/** As the catalogue orders them; "" stands for not known. */
export const SENIORITIES = ["C-level", "VP", "Director", "Head", "Manager", "Senior", "Staff", "Other"];

export interface PeopleMatrix {
  rows: string[];
  columns: string[];
  /** 0 where there is nobody. */
  count: (row: string, column: string) => number;
  rowTotal: (row: string) => number;
  columnTotal: (column: string) => number;
}

const sum = (cells: PeopleCell[]) => cells.reduce((total, cell) => total + cell.count, 0);

/** Only rows and columns with somebody in them; departments by how many are in them; not known comes last. */
export function peopleMatrix(cells: readonly PeopleCell[]): PeopleMatrix {
  const rowOf = (cell: PeopleCell) => cell.seniority ?? "";
  const columnOf = (cell: PeopleCell) => cell.department ?? "";
  const inRow = (row: string) => cells.filter((cell) => rowOf(cell) === row);
  const inColumn = (column: string) => cells.filter((cell) => columnOf(cell) === column);
  const rank = (row: string) => (row === "" ? 1000 : (SENIORITIES.indexOf(row) + 1000) % 1000);
  const last = (name: string) => (name === "" ? 1 : 0);
  return {
    rows: [...new Set(cells.map(rowOf))].toSorted((a, b) => rank(a) - rank(b)),
    columns: [...new Set(cells.map(columnOf))].toSorted(
      (a, b) => last(a) - last(b) || sum(inColumn(b)) - sum(inColumn(a)) || a.localeCompare(b),
    ),
    count: (row, column) => sum(inRow(row).filter((cell) => columnOf(cell) === column)),
    rowTotal: (row) => sum(inRow(row)),
    columnTotal: (column) => sum(inColumn(column)),
  };
}

/** Who is meant by a press on the table: null is anybody, "" is who it is not known of. */
export interface PeopleChoice {
  seniority: string | null;
  department: string | null;
}

/** The choice in the filter language; undefined when it leaves nobody out. */
export function choiceFilter({ seniority, department }: PeopleChoice): { all: object[] } | undefined {
  const one = (field: string, value: string | null) =>
    value === null ? [] : [value === "" ? { field, op: "is_empty" } : { field, op: "equals", value }];
  const all = [...one("seniority_level", seniority), ...one("department", department)];
  return all.length === 0 ? undefined : { all };
}
