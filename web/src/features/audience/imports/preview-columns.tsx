import { Link } from "react-router";
import type { Column } from "@/components/data-table/types.ts";
import { formatCount } from "@/lib/format.ts";
import { ChangeCell, changeText, type Fields, textOf } from "@/records/undo/change-cell.tsx";
import type { FieldColumn, PreviewRow } from "./preview.ts";

const rowColumn: Column<PreviewRow> = {
  id: "row",
  header: "Row",
  width: 88,
  cell: (row) => <span className="mono t-3">{row.row === 0 ? "" : formatCount(row.row)}</span>,
};

const nameColumn = (header: string, base: string | null): Column<PreviewRow> => ({
  id: "name",
  header,
  width: 200,
  text: (row) => row.name,
  cell: (row) =>
    row.name === null ? (
      <span className="t-3">—</span>
    ) : base !== null && row.recordId !== null ? (
      <Link className="med hover:underline" to={`${base}/${row.recordId}`} tabIndex={-1}>
        {row.name}
      </Link>
    ) : (
      <span className="med">{row.name}</span>
    ),
});

const matchedColumn: Column<PreviewRow> = {
  id: "matched",
  header: "Matched by",
  width: 150,
  cell: (row) => <span className="t-3">{row.matchedBy ?? "—"}</span>,
};

const intoColumn: Column<PreviewRow> = {
  id: "into",
  header: "Joined to",
  width: 120,
  cell: (row) => <span className="t-2">{row.intoRow === null ? "—" : `Row ${formatCount(row.intoRow)}`}</span>,
};

const problemColumn = (header: string): Column<PreviewRow> => ({
  id: "problem",
  header,
  width: 440,
  grows: true,
  text: (row) => row.problems.map((problem) => problem.message).join("\n"),
  cell: (row) =>
    row.problems.map((problem, index) => (
      <span key={`${problem.code} ${problem.field}`}>
        {index === 0 ? "" : " "}
        {problem.message}
        {problem.value === null || problem.value === "" ? null : <span className="mono t-3"> {problem.value}</span>}
      </span>
    )),
});

function fieldColumn(column: FieldColumn, fields: Fields, isNew: boolean): Column<PreviewRow> {
  const changeOf = (row: PreviewRow) =>
    row.changes.find((change) => change.entity === column.entity && change.field === column.field);
  return {
    id: column.id,
    header: column.label,
    width: isNew ? 170 : 290,
    text: (row) => {
      const change = changeOf(row);
      return change === undefined ? null : changeText(change, fields);
    },
    cell: (row) => {
      const change = changeOf(row);
      if (change === undefined) return <span className="t-3">{isNew ? "—" : ""}</span>;
      // Of a new record everything is new: green would only be noise.
      if (isNew) return <span className="t-2">{textOf(fields, change.entity, change.field, change.new)}</span>;
      return <ChangeCell change={change} fields={fields} />;
    },
  };
}

/** Columns of one list: rejected rows say why, the others what would be written. */
export function previewColumns(
  list: string,
  changed: readonly FieldColumn[],
  fields: Fields,
  noun: string,
  isMatched: boolean,
): Column<PreviewRow>[] {
  const ofAccounts = list.startsWith("accounts_");
  const header = ofAccounts ? "Account" : noun;
  const base = ofAccounts || noun === "Account" ? "/accounts" : "/contacts";
  const isNew = list === "created" || list === "accounts_created";
  const name = nameColumn(header, isNew ? null : base);
  if (list === "rejected") return [rowColumn, name, problemColumn("Why it is rejected")];
  const values = changed.map((column) => fieldColumn(column, fields, isNew));
  const matched = isMatched ? [matchedColumn] : [];
  switch (list) {
    case "warnings":
      return [rowColumn, name, problemColumn("What is left out or doubted")];
    case "merged_in_file":
      return [rowColumn, name, intoColumn, ...values];
    case "unchanged":
    case "matches_archived":
      return [rowColumn, name, ...matched, problemColumn("Note")];
    case "created":
    case "accounts_created":
      return [rowColumn, name, ...values];
    default:
      return [rowColumn, name, ...values, ...matched];
  }
}
