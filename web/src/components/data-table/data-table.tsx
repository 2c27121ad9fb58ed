import { type ReactNode, useState } from "react";
import { useIsPhone, useMedia, useWidth } from "@/lib/use-media.ts";
import type { RecordList } from "@/lib/use-record-list.ts";
import { Checkbox } from "../checkbox.tsx";
import { LoadError } from "../notice.tsx";
import { ColumnHead } from "./column-head.tsx";
import { PhoneRows } from "./phone-rows.tsx";
import { TableFoot } from "./table-foot.tsx";
import { SkeletonRow, Spacer, TableRow } from "./table-row.tsx";
import type { ChosenColumns, Column, PhoneRow, Sort } from "./types.ts";
import { type ColumnLayout, useColumnLayout } from "./use-column-layout.ts";
import { useRowHeight } from "./use-row-height.ts";
import { type Selection, useSelection } from "./use-selection.ts";
import { useTableKeys } from "./use-table-keys.ts";
import { useVirtualRows } from "./use-virtual-rows.ts";
import "./table.css";

export interface DataTableProps<TRow> {
  /** Key of the stored column layout. */
  id: string;
  label: string;
  /** "contact", "contacts": for the foot. */
  nouns: [string, string];
  columns: readonly Column<TRow>[];
  /** Columns of an open view, instead of the person's own. */
  chosen?: ChosenColumns | undefined;
  list: RecordList<TRow>;
  rowId: (row: TRow) => string;
  rowName: (row: TRow) => string;
  sort: Sort | null;
  onSort: (sort: Sort | null) => void;
  /** Id of the record in the drawer. */
  openId?: string | null;
  onOpen?: (row: TRow, index: number) => void;
  phoneRow: (row: TRow) => PhoneRow;
  /** Instead of rows when there are none: says why, with the first act. */
  empty: ReactNode;
  /** Over the rows: filters. Gets the layout for the column chooser. */
  toolbar?: (layout: ColumnLayout<TRow>) => ReactNode;
  /** Names the list that is shown, filters and all: a selection of everything that matches ends with it. */
  what?: string;
  /** What can be done with selected rows; without it rows cannot be selected. */
  bulk?: (selection: Selection, rows: TRow[], layout: ColumnLayout<TRow>) => ReactNode;
}

/** Pixels of the column with the boxes. */
const PICK_WIDTH = 44;

/** The one table: rows of a RecordList, drawn as needed, walked by keys. */
export function DataTable<TRow>(props: DataTableProps<TRow>) {
  const { list, rowId, onOpen, openId = null } = props;
  const pickable = props.bulk !== undefined;
  const phone = useIsPhone();
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const width = useWidth(box?.querySelector<HTMLElement>(":scope > .dt-scroll") ?? box);
  // The drawer takes the room of the columns that leave first. With enough of it, too many columns are scrolled to.
  const narrow = useMedia("(max-width: 1360px)") || openId !== null;
  const room = narrow ? width - (pickable ? PICK_WIDTH : 0) : null;
  const layout = useColumnLayout(props.id, props.columns, room, props.chosen);
  const virtual = useVirtualRows(list, useRowHeight());
  const rowAt = (index: number) => list.rows[index - list.offset];
  const loaded = list.rows.map(rowId);
  const selection = useSelection(
    (index) => {
      const row = rowAt(index);
      return row === undefined ? undefined : rowId(row);
    },
    { what: props.what ?? "", total: list.total, loaded },
  );
  const [editing, setEditing] = useState<{ row: string; column: string } | null>(null);
  const keys = useTableKeys({
    virtual,
    rowAt,
    rowId,
    openId,
    selection: pickable ? selection : null,
    onOpen,
    onEdit: (row) => {
      const column = layout.visible.find((other) => other.editor !== undefined);
      if (column !== undefined) setEditing({ row: rowId(row), column: column.id });
    },
  });
  // One column is without a width of its own and takes what is left, so that all others keep theirs.
  const growing = layout.visible.find((column) => column.grows) ?? layout.visible.at(-1);
  const selectedHere = loaded.filter(selection.has).length;
  const nothing = !list.loading && list.error === null && list.rows.length === 0;

  return (
    <div className="list-box flex min-h-0 flex-1 flex-col" ref={setBox}>
      {props.toolbar?.(layout)}
      {list.error !== null ? (
        <div className="p-5">
          <LoadError what={props.label} error={list.error} retry={list.retry} />
        </div>
      ) : nothing ? (
        <div className="grid min-h-0 flex-1 place-items-center overflow-auto">{props.empty}</div>
      ) : phone ? (
        <PhoneRows {...props} virtual={virtual} selection={pickable ? selection : null} />
      ) : (
        <div className="scroll dt-scroll" ref={virtual.scrollRef} aria-busy={list.changing || list.loading}>
          <table
            className={`dt ${list.changing ? "changing" : ""}`}
            aria-label={props.label}
            aria-rowcount={list.total === null ? -1 : list.total + 1}
            style={{
              minWidth: layout.visible.reduce((sum, column) => sum + layout.widthOf(column), pickable ? PICK_WIDTH : 0),
            }}
          >
            <colgroup>
              {pickable ? <col style={{ width: PICK_WIDTH }} /> : null}
              {layout.visible.map((column) => (
                <col key={column.id} style={column === growing ? undefined : { width: layout.widthOf(column) }} />
              ))}
            </colgroup>
            <thead>
              <tr aria-rowindex={1}>
                {pickable ? (
                  <th scope="col" className="pick">
                    <Checkbox
                      label="Select all rows loaded"
                      checked={loaded.length > 0 && selectedHere === loaded.length}
                      mixed={selectedHere > 0 && selectedHere < loaded.length}
                      onChange={(checked) => selection.setMany(loaded, checked)}
                    />
                  </th>
                ) : null}
                {layout.visible.map((column, index) => (
                  <ColumnHead
                    key={column.id}
                    column={column}
                    movable={index > 0}
                    sort={props.sort}
                    onSort={props.onSort}
                    layout={layout}
                  />
                ))}
              </tr>
            </thead>
            <tbody {...keys.body}>
              <Spacer height={virtual.padTop} />
              {list.loading
                ? Array.from({ length: 14 }, (_, index) => (
                    <SkeletonRow key={index} columns={layout.visible.length} seed={index} pickable={pickable} />
                  ))
                : virtual.items.map(({ index, row }) =>
                    row === undefined ? (
                      <SkeletonRow key={index} columns={layout.visible.length} seed={index} pickable={pickable} />
                    ) : (
                      <TableRow
                        key={rowId(row)}
                        row={row}
                        index={index}
                        name={props.rowName(row)}
                        columns={layout.visible}
                        pickable={pickable}
                        selected={selection.has(rowId(row))}
                        open={rowId(row) === openId}
                        // One row is always reachable by Tab.
                        current={(keys.cursor ?? virtual.first) === index}
                        editing={editing?.row === rowId(row) ? editing.column : null}
                        onToggle={(extend) => selection.toggle(index, extend)}
                        onPress={() => {
                          keys.setCursor(index);
                          onOpen?.(row, index);
                        }}
                        onEdit={(column) => setEditing({ row: rowId(row), column })}
                        onFocus={() => keys.setCursor(index)}
                        onEditEnd={() => setEditing(null)}
                      />
                    ),
                  )}
              <Spacer height={virtual.padBottom} />
            </tbody>
          </table>
        </div>
      )}
      {nothing || list.error !== null ? null : (
        <TableFoot
          nouns={props.nouns}
          total={list.total}
          canPick={pickable}
          canEdit={layout.visible.some((column) => column.editor !== undefined)}
        />
      )}
      {props.bulk === undefined
        ? null
        : props.bulk(
            selection,
            list.rows.filter((row) => selection.has(rowId(row))),
            layout,
          )}
    </div>
  );
}
