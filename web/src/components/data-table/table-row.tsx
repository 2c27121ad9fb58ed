import { type MouseEvent, useRef } from "react";
import { Checkbox } from "../checkbox.tsx";
import { Skeleton } from "../skeleton.tsx";
import type { Column } from "./types.ts";

/** Stands for the rows above or below those that are drawn. */
export function Spacer({ height }: { height: number }) {
  return height <= 0 ? null : (
    <tr aria-hidden="true" className="spacer">
      <td style={{ height }} />
    </tr>
  );
}

export function SkeletonRow({ columns, seed, pickable }: { columns: number; seed: number; pickable: boolean }) {
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

interface TableRowProps<TRow> {
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

/** One record: pressed it opens, pressed twice on a cell that can be edited it is edited there. */
export function TableRow<TRow>(props: TableRowProps<TRow>) {
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
    // What opens over the page is the row's for React, and not on the screen.
    if (!event.currentTarget.contains(target)) return;
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
