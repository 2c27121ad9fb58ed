/** Walks, opens, selects and edits rows by keys. With the drawer open, walking takes the drawer along. */
import { useRef, useState } from "react";
import { useShortcuts } from "@/lib/keys.ts";
import type { Selection } from "./use-selection.ts";
import type { VirtualRows } from "./use-virtual-rows.ts";

interface Options<TRow> {
  virtual: VirtualRows<TRow>;
  rowAt: (index: number) => TRow | undefined;
  rowId: (row: TRow) => string;
  openId: string | null;
  /** null where rows cannot be selected. */
  selection: Selection | null;
  onOpen: ((row: TRow, index: number) => void) | undefined;
  onEdit: (row: TRow) => void;
}

export function useTableKeys<TRow>({ virtual, rowAt, rowId, openId, selection, onOpen, onEdit }: Options<TRow>) {
  const bodyRef = useRef<HTMLTableSectionElement>(null);
  const [stored, setCursor] = useState<number | null>(null);
  // The open record is where the cursor is, also after a reload.
  let cursor = stored;
  if (openId !== null && (cursor === null || idAt(cursor) !== openId)) {
    for (let index = virtual.first; index <= virtual.last; index += 1) {
      if (idAt(index) === openId) {
        cursor = index;
        break;
      }
    }
  }

  function idAt(index: number): string | undefined {
    const row = rowAt(index);
    return row === undefined ? undefined : rowId(row);
  }

  const go = (index: number) => {
    const row = rowAt(index);
    if (row === undefined) return;
    setCursor(index);
    virtual.scrollTo(index);
    if (openId !== null) onOpen?.(row, index);
    requestAnimationFrame(() => {
      bodyRef.current?.querySelector<HTMLElement>(`tr[data-index="${index}"]`)?.focus({ preventScroll: true });
    });
  };
  const step = (by: number) =>
    go(cursor === null ? virtual.first : Math.min(virtual.last, Math.max(virtual.first, cursor + by)));
  const extend = (by: number) => {
    const from = cursor ?? virtual.first;
    const to = Math.min(virtual.last, Math.max(virtual.first, from + by));
    const range = [idAt(from), idAt(to)].filter((id) => id !== undefined);
    selection?.setMany(range, true);
    go(to);
  };
  const open = () => {
    if (here === undefined || cursor === null) return;
    // Pressed again on the open record, Enter goes on into it.
    if (rowId(here) === openId) document.querySelector<HTMLElement>("[data-drawer]")?.focus();
    else onOpen?.(here, cursor);
  };
  const here = cursor === null ? undefined : rowAt(cursor);
  const group = "Rows";
  useShortcuts([
    { keys: "j", label: "Next row", group, run: () => step(1) },
    { keys: "k", label: "Previous row", group, run: () => step(-1) },
    { keys: "arrowdown", label: "Next row", group, hidden: true, run: () => step(1) },
    { keys: "arrowup", label: "Previous row", group, hidden: true, run: () => step(-1) },
    { keys: "e", label: "Edit the row", group, run: () => here !== undefined && onEdit(here) },
    {
      keys: "enter",
      label: "Open the row, then go into it",
      group,
      run: open,
    },
    { keys: "home", label: "To the first row loaded", group, run: () => go(virtual.first) },
    { keys: "end", label: "To the last row loaded", group, run: () => go(virtual.last) },
  ]);
  useShortcuts(
    [
      { keys: "shift+j", label: "Extend the selection down", group, run: () => extend(1) },
      { keys: "shift+k", label: "Extend the selection up", group, run: () => extend(-1) },
      { keys: "shift+arrowdown", label: "Extend down", group, hidden: true, run: () => extend(1) },
      { keys: "shift+arrowup", label: "Extend up", group, hidden: true, run: () => extend(-1) },
      { keys: "x", label: "Select the row", group, run: () => cursor !== null && selection?.toggle(cursor, false) },
      {
        keys: "shift+x",
        label: "Select up to the row",
        group,
        run: () => cursor !== null && selection?.toggle(cursor, true),
      },
    ],
    selection !== null,
  );
  useShortcuts(
    [{ keys: "escape", label: "Clear the selection", group, run: () => selection?.clear() }],
    (selection?.ids.size ?? 0) > 0,
  );
  return { cursor, setCursor, bodyRef };
}
