import { type MouseEvent, type ReactNode, useRef, useState } from "react";
import { useIsPhone, useMedia } from "@/lib/use-media.ts";
import type { RecordList } from "@/lib/use-record-list.ts";
import { Checkbox } from "../checkbox.tsx";
import { LoadError } from "../notice.tsx";
import { Skeleton } from "../skeleton.tsx";
import { ColumnHead } from "./column-head.tsx";
import { PhoneRows } from "./phone-rows.tsx";
import { TableFoot } from "./table-foot.tsx";
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
  /** What can be done with selected rows; without it rows cannot be selected. */
  bulk?: (selection: Selection, rows: TRow[], layout: ColumnLayout<TRow>) => ReactNode;
}

/** The one table: rows of a RecordList, drawn as needed, walked by keys. */
export function DataTable<TRow>(props: DataTableProps<TRow>) {
  const { list, rowId, onOpen, openId = null } = props;
  const pickable = props.bulk !== undefined;
  const phone = useIsPhone();
  // The drawer takes the room of the columns that leave first.
  const narrow = useMedia("(max-width: 1360px)") || openId !== null;
  const layout = useColumnLayout(props.id, props.columns, narrow, props.chosen);
  const virtual = useVirtualRows(list, useRowHeight());
  const rowAt = (index: number) => list.rows[index - list.offset];
  const selection = useSelection((index) => {
    const row = rowAt(index);
    return row === undefined ? undefined : rowId(row);
  });
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
  const loaded = list.rows.map(rowId);
  // One column is without a width of its own and takes what is left, so that all others keep theirs.
  const growing = layout.visible.find((column) => column.grows) ?? layout.visible.at(-1);
  const selectedHere = loaded.filter(selection.has).length;
  const nothing = !list.loading && list.error === null && list.rows.length === 0;

  return (
    <div className="flex min-h-0 flex-1 flex-col">
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
              minWidth: layout.visible.reduce((sum, column) => sum + layout.widthOf(column), pickable ? 44 : 0),
            }}
          >
            <colgroup>
              {pickable ? <col style={{ width: 44 }} /> : null}
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
            <tbody ref={keys.bodyRef}>
              <Spacer height={virtual.padTop} />
              {list.loading
                ? Array.from({ length: 14 }, (_, index) => (
                    <SkeletonRow key={index} columns={layout.visible.length} seed={index} pickable={pickable} />
                  ))
                : virtual.items.map(({ index, row }) =>
                    row === undefined ? (
                      <SkeletonRow key={index} columns={layout.visible.length} seed={index} pickable={pickable} />
                    ) : (
                      <Row
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

function Spacer({ height }: { height: number }) {
  return height <= 0 ? null : (
    <tr aria-hidden="true" className="spacer">
      <td style={{ height }} />
    </tr>
  );
}

function SkeletonRow({ columns, seed, pickable }: { columns: number; seed: number; pickable: boolean }) {
  return (
    <tr className="delayed" aria-hidden="true">
      {pickable ? (
        <td className="pick">
          <span className="check" />
        </td>
      ) : null}
      {Array.from({ length: columns }, (_, column) => (
        <td key={column}>
          <Skeleton width={`${48 + ((seed * 7 + column * 13) % 36)}%`} />
        </td>
      ))}
    </tr>
  );
}

interface RowProps<TRow> {
  row: TRow;
  index: number;
  name: string;
  columns: Column<TRow>[];
  pickable: boolean;
  selected: boolean;
  open: boolean;
  current: boolean;
  editing: string | null;
  onToggle: (extend: boolean) => void;
  onPress: () => void;
  onEdit: (column: string) => void;
  onEditEnd: () => void;
  onFocus: () => void;
}

function Row<TRow>(props: RowProps<TRow>) {
  const { row, columns } = props;
  const element = useRef<HTMLTableRowElement>(null);
  const endEdit = () => {
    // Whoever ends an edit by a key goes on from its row; a press elsewhere has its own focus.
    const within = element.current?.contains(document.activeElement) ?? false;
    props.onEditEnd();
    if (within) requestAnimationFrame(() => element.current?.focus({ preventScroll: true }));
  };
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const press = (event: MouseEvent<HTMLElement>) => {
    // Controls inside a row act for themselves, and marking text is not a press.
    const target = event.target as HTMLElement;
    if (target.closest("button, a, input, select, textarea, label") !== null) return;
    if (getSelection()?.type === "Range") return;
    clearTimeout(waiting.current);
    if (event.shiftKey && props.pickable) props.onToggle(true);
    // A cell that is edited by a double press must not move away under the second one.
    else if (target.closest("[data-editable]") !== null) waiting.current = setTimeout(props.onPress, 180);
    else props.onPress();
  };
  return (
    <tr
      className={`${props.selected ? "sel" : ""} ${props.open ? "at" : ""}`}
      aria-selected={props.selected}
      aria-rowindex={props.index + 2}
      data-index={props.index}
      tabIndex={props.current ? 0 : -1}
      ref={element}
      onFocus={props.onFocus}
      onClick={press}
    >
      {props.pickable ? (
        <td className="pick">
          <Checkbox
            label={`Select ${props.name}`}
            checked={props.selected}
            onChange={(_, shift) => props.onToggle(shift)}
            tabIndex={-1}
          />
        </td>
      ) : null}
      {columns.map((column) => {
        const { editor } = column;
        const editing = editor !== undefined && props.editing === column.id;
        return (
          <td
            key={column.id}
            className={`${column.align === "right" ? "r" : ""} ${editing ? "editing" : ""}`}
            title={editing ? undefined : (column.text?.(row) ?? undefined)}
            data-editable={editor === undefined ? undefined : ""}
            onDoubleClick={
              editor === undefined
                ? undefined
                : () => {
                    clearTimeout(waiting.current);
                    props.onEdit(column.id);
                  }
            }
          >
            {editing ? editor(row, endEdit) : column.cell(row)}
          </td>
        );
      })}
    </tr>
  );
}
