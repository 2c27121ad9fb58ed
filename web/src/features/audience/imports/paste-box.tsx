import { useMemo } from "react";
import { Button } from "@/components/button.tsx";
import { TextAreaField } from "@/components/field.tsx";
import { ScrollRegion } from "@/components/scroll-region.tsx";
import { countOf } from "@/lib/format.ts";
import { useShortcuts } from "@/lib/keys.ts";
import { DELIMITERS } from "./mapping.ts";
import { type PastedTable, readPasted } from "./pasted.ts";
import "@/components/data-table/table.css";

/** Rows pasted from a spreadsheet, shown as they will be split before they are sent. */
export function PasteBox(props: {
  text: string;
  onChange: (text: string) => void;
  onSend: () => void;
  onClose: () => void;
}) {
  const { text, onSend } = props;
  const table = useMemo(() => readPasted(text), [text]);
  const blocked = blockedReason(table);
  useShortcuts([
    {
      keys: "mod+enter",
      label: "Upload pasted rows",
      group: "On this page",
      whileTyping: true,
      run: () => (blocked === undefined ? onSend() : undefined),
    },
  ]);
  return (
    <div className="card flex flex-col gap-3 p-4">
      <TextAreaField
        label="Rows, with their header first"
        className="mono"
        rows={table === null ? 12 : 6}
        autoFocus
        spellCheck={false}
        wrap="off"
        value={text}
        onChange={(event) => props.onChange(event.target.value)}
      />
      {table === null ? null : <Split table={table} />}
      <div className="row justify-end">
        <Button variant="quiet" onClick={props.onClose}>
          Choose a file instead
        </Button>
        <Button variant="primary" keys="mod+enter" disabledReason={blocked} onClick={onSend}>
          Upload rows
        </Button>
      </div>
    </div>
  );
}

function blockedReason(table: PastedTable | null): string | undefined {
  if (table === null) return "Paste the rows first";
  return table.count === 0 ? "There is a header and no row under it yet" : undefined;
}

/** The first rows as the text splits, so that a wrong delimiter is seen here and not after the upload. */
function Split({ table }: { table: PastedTable }) {
  const rest = table.count - table.rows.length;
  return (
    <div>
      <p className="t-12 t-2 mb-2" role="status">
        {countOf(table.count, "row", "rows")}, {countOf(table.head.length, "column", "columns")}
        {table.head.length > 1 ? `, split at the ${DELIMITERS[table.delimiter] ?? table.delimiter}` : ""}
      </p>
      <ScrollRegion label="How the rows are split" className="pasted-split">
        <table className="dt flush">
          <thead>
            <tr>
              {table.head.map((cell, index) => (
                <th key={index} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, index) => (
              <tr key={index}>
                {table.head.map((_, column) => (
                  <td key={column} title={row[column]}>
                    {row[column]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {rest > 0 ? <p className="t-12 t-3 mt-2">and {countOf(rest, "more row", "more rows")}</p> : null}
    </div>
  );
}
