import { type Column, columnKey } from "@/components/data-table/types.ts";

/** What one kind of list knows: anything else in a view is passed over, because it is gone since. */
export interface ListParts {
  /** Keys of its columns; the first one always leads. */
  columns: readonly string[];
  sortable: readonly string[];
  /** Names of its own filters in the URL. */
  quick: readonly string[];
}

export function listParts<TRow>(columns: readonly Column<TRow>[], quick: readonly string[]): ListParts {
  return {
    columns: columns.map(columnKey),
    sortable: columns.flatMap((column) => column.sortField ?? []),
    quick,
  };
}
