import { ArrowDown, ArrowUp } from "lucide-react";
import type { PointerEvent } from "react";
import { Icon } from "../icon.tsx";
import type { Column, Sort } from "./types.ts";
import type { ColumnLayout } from "./use-column-layout.ts";

const NEXT_WORD = { none: "ascending", ASC: "descending", DESC: "none" } as const;

/** Unsorted, ascending, descending, unsorted again. */
export function nextSort(sort: Sort | null, field: string): Sort | null {
  if (sort?.field !== field) return { field, direction: "ASC" };
  return sort.direction === "ASC" ? { field, direction: "DESC" } : null;
}

/** A head that sorts when pressed, resizes at its edge and can be dragged to another place. */
export function ColumnHead<TRow>({
  column,
  movable,
  sort,
  onSort,
  layout,
}: {
  column: Column<TRow>;
  movable: boolean;
  sort: Sort | null;
  onSort: (sort: Sort | null) => void;
  layout: ColumnLayout<TRow>;
}) {
  const { sortField } = column;
  const direction = sortField !== undefined && sort?.field === sortField ? sort.direction : "none";
  return (
    <th
      scope="col"
      className={`${direction === "none" ? "" : "sorted"} ${column.align === "right" ? "r" : ""}`}
      aria-sort={direction === "ASC" ? "ascending" : direction === "DESC" ? "descending" : undefined}
      draggable={movable}
      onDragStart={(event) => event.dataTransfer.setData("text/pivotal-column", column.id)}
      onDragOver={(event) => {
        if (movable && event.dataTransfer.types.includes("text/pivotal-column")) event.preventDefault();
      }}
      onDrop={(event) => {
        const moved = event.dataTransfer.getData("text/pivotal-column");
        if (moved !== "" && moved !== column.id) layout.move(moved, column.id);
      }}
    >
      {sortField === undefined ? (
        column.header
      ) : (
        <button
          type="button"
          className="head"
          title={`Sort: ${NEXT_WORD[direction]}`}
          onClick={() => onSort(nextSort(sort, sortField))}
        >
          {column.header}
          {direction === "none" ? null : <Icon as={direction === "ASC" ? ArrowUp : ArrowDown} />}
        </button>
      )}
      <ResizeHandle column={column} layout={layout} />
    </th>
  );
}

function ResizeHandle<TRow>({ column, layout }: { column: Column<TRow>; layout: ColumnLayout<TRow> }) {
  const width = layout.widthOf(column);
  const start = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault();
    const handle = event.currentTarget;
    const from = event.clientX;
    // The drawn width, because the last column may be stretched beyond its set one.
    const drawn = handle.parentElement?.getBoundingClientRect().width ?? width;
    const move = (to: globalThis.PointerEvent) => layout.setWidth(column.id, drawn + to.clientX - from);
    const stop = () => {
      handle.removeEventListener("pointermove", move);
      handle.removeEventListener("pointerup", stop);
    };
    handle.setPointerCapture(event.pointerId);
    handle.addEventListener("pointermove", move);
    handle.addEventListener("pointerup", stop);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex -- a focusable separator is a widget (ARIA 1.2, separator)
    <span
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of ${column.header}`}
      aria-valuenow={width}
      aria-valuemin={72}
      aria-valuemax={800}
      tabIndex={0}
      className="resize-handle"
      draggable={false}
      onPointerDown={start}
      onDoubleClick={() => layout.setWidth(column.id, column.width)}
      onKeyDown={(event) => {
        if (event.key === "ArrowLeft") layout.setWidth(column.id, width - 16);
        if (event.key === "ArrowRight") layout.setWidth(column.id, width + 16);
      }}
    />
  );
}
