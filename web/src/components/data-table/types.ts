import type { ReactNode } from "react";

export interface Sort {
  field: string;
  direction: "ASC" | "DESC";
}

export interface Column<TRow> {
  id: string;
  header: string;
  /** Pixels until the person drags it. */
  width: number;
  /** Takes the room that is left over; without one in sight the last column does. */
  grows?: boolean;
  /** Catalogue key to sort by; without it the head is plain text. */
  sortField?: string;
  /** Catalogue key of what it shows, where that is neither `sortField` nor `id`. */
  field?: string;
  align?: "right";
  /** Makes room on laptops and beside the drawer where there is too little; of several, the last leaves first. */
  lowPriority?: boolean;
  /** Offered in the column chooser, not shown at first. */
  hidden?: boolean;
  cell: (row: TRow) => ReactNode;
  /** The whole value for the tooltip of a clipped cell. */
  text?: (row: TRow) => string | null | undefined;
  /** Edits in place; calls `close` when done or given up. */
  editor?: (row: TRow, close: () => void) => ReactNode;
}

/** How saved views name a column: by its catalogue key, which outlives the ids of this table. */
export function columnKey<TRow>(column: Column<TRow>): string {
  return column.field ?? column.sortField ?? column.id;
}

/** Columns that a view or a link says instead of the person's own. */
export interface ChosenColumns {
  /** Keys in order; null: the person's own, until they are changed here. */
  keys: readonly string[] | null;
  /** Null goes back to where they came from. */
  set: (keys: readonly string[] | null) => void;
  resetLabel: string;
}

/** The two lines of a row on a phone. */
export interface PhoneRow {
  lead: ReactNode;
  title: string;
  detail: string;
  aside: string;
  /** What can be done with it without opening it, beside the lines. */
  acts?: ReactNode;
}
