import { type ClipboardEvent, type KeyboardEvent, useRef } from "react";
import { Link } from "react-router";
import { formatCount } from "@/lib/format.ts";
import { cellOf, type Fixes, type RejectedRow } from "./fixes.ts";
import type { RowProblem } from "./row-problem.ts";
import type { Import } from "./queries.ts";
import "@/components/data-table/table.css";

interface GridProps {
  columns: Import["columns"];
  /** Columns that go somewhere, by their index. */
  mapped: ReadonlySet<number>;
  columnOf: (problem: RowProblem) => number | null;
  rows: readonly RejectedRow[];
  fixes: Fixes;
  onCell: (row: RejectedRow, column: number, value: string) => void;
  /** The cell was typed in and left. */
  onLeave: (row: RejectedRow, column: number) => void;
  onPaste: (index: number, column: number, text: string) => void;
}

/** Rejected rows as a sheet: type over what is wrong; Enter and the arrows walk, a pasted column fills downwards. */
export function FixGrid({ columns, mapped, columnOf, rows, fixes, onCell, onLeave, onPaste }: GridProps) {
  const grid = useRef<HTMLTableElement>(null);
  const isFirst = (row: RejectedRow, column: number) =>
    row === rows[0] && row.problems.map(columnOf).find((at) => at !== null) === column;
  const focus = (index: number, column: number) => {
    const cell = grid.current?.querySelector<HTMLInputElement>(`[data-cell="${index}:${column}"]`);
    cell?.focus();
    cell?.select();
  };
  const walk = (event: KeyboardEvent<HTMLInputElement>, index: number, column: number) => {
    const down = event.key === "ArrowDown" || (event.key === "Enter" && !event.shiftKey);
    const up = event.key === "ArrowUp" || (event.key === "Enter" && event.shiftKey);
    if ((!down && !up) || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    focus(index + (down ? 1 : -1), column);
  };
  const take = (event: ClipboardEvent<HTMLInputElement>, index: number, column: number) => {
    const text = event.clipboardData.getData("text/plain");
    // One value goes where the caret is, as in any field.
    if (!/[\t\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    onPaste(index, column, text);
  };
  return (
    <table ref={grid} className="dt fix-grid" aria-label="Rejected rows">
      <colgroup>
        <col className="row-col" />
        <col className="why-col" />
        {columns.map((column) => (
          <col key={column.index} style={{ width: 180 }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col" className="stay">
            Row
          </th>
          <th scope="col" className="stay">
            What is wrong
          </th>
          {columns.map((column) => (
            <th key={column.index} scope="col" title={column.header} className={mapped.has(column.index) ? "" : "off"}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={row.row} data-row={row.row} className={fixes.has(row.row) ? "changed" : ""}>
            <td className="mono t-3 stay">{formatCount(row.row)}</td>
            <td className="why stay" id={`why-${row.row}`}>
              {fixes.has(row.row) ? <span className="badge success">Changed</span> : null}
              {row.problems.map((problem) => (
                <span key={`${problem.code} ${problem.field}`} className={problem.rejected ? "" : "t-3"}>
                  {problem.message}
                </span>
              ))}
              {row.triedIn === null ? null : (
                <Link className="link t-12" to={`/contacts/imports/${row.triedIn}`}>
                  Mended before, rejected again
                </Link>
              )}
            </td>
            {columns.map((column) => {
              const wrong = row.problems.find((problem) => columnOf(problem) === column.index);
              const changed = fixes.get(row.row)?.has(column.index) ?? false;
              return (
                <td
                  key={column.index}
                  className={changed ? "mended" : wrong === undefined ? "" : wrong.rejected ? "wrong" : "doubt"}
                >
                  <input
                    // Whoever comes here comes to mend the first one.
                    autoFocus={isFirst(row, column.index)}
                    data-cell={`${index}:${column.index}`}
                    aria-label={`${column.header}, row ${row.row}`}
                    aria-invalid={wrong !== undefined && !changed}
                    aria-describedby={wrong === undefined ? undefined : `why-${row.row}`}
                    value={cellOf(fixes, row, column.index)}
                    spellCheck={false}
                    autoComplete="off"
                    onChange={(event) => onCell(row, column.index, event.target.value)}
                    onBlur={() => (changed ? onLeave(row, column.index) : undefined)}
                    onKeyDown={(event) => walk(event, index, column.index)}
                    onPaste={(event) => take(event, index, column.index)}
                  />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
