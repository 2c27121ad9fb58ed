/** Walks, opens, selects and edits rows by keys. With the drawer open, walking takes the drawer along. */
import { type FocusEvent, useLayoutEffect, useRef, useState } from "react";
import { useShortcuts } from "@/lib/keys.ts";
import { BULK_BAR } from "./bulk-bar.tsx";
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

/** Within so many milliseconds, a second press of Enter belongs to the first one. */
const TWICE = 1000;

export function useTableKeys<TRow>({ virtual, rowAt, rowId, openId, selection, onOpen, onEdit }: Options<TRow>) {
  const bodyRef = useRef<HTMLTableSectionElement>(null);
  // `left`: the record that was open when a key walked on. The address follows a moment later, and until then the next
  // key is of the row that was walked to.
  const [stored, setStored] = useState<{ index: number | null; left?: string }>({ index: null });
  if (stored.left !== undefined && stored.left !== openId) setStored({ index: stored.index });
  const setCursor = (index: number | null) => setStored((before) => (before.index === index ? before : { index }));
  // The open record is where the cursor is, also after a reload.
  let cursor = stored.index;
  if (openId !== null && stored.left !== openId && (cursor === null || idAt(cursor) !== openId)) {
    for (let index = virtual.first; index <= virtual.last; index += 1) {
      if (idAt(index) === openId) {
        cursor = index;
        break;
      }
    }
  }

  // Sorted, filtered or read anew, the row that had the focus may be gone, and with it the focus: the row that stands where
  // the cursor is has it then. React is silent about what it removes, so this one only hears of a focus that was moved.
  const within = useRef(false);
  const focusRow = (index: number) =>
    bodyRef.current?.querySelector<HTMLElement>(`tr[data-index="${index}"]`)?.focus({ preventScroll: true });
  useLayoutEffect(() => {
    if (!within.current || cursor === null || document.activeElement !== document.body) return;
    focusRow(cursor);
  });
  const body = {
    ref: bodyRef,
    onFocus: ({ target }: FocusEvent) => {
      within.current = target instanceof HTMLTableRowElement;
    },
    onBlur: () => {
      within.current = false;
    },
  };

  function idAt(index: number): string | undefined {
    const row = rowAt(index);
    return row === undefined ? undefined : rowId(row);
  }

  const go = (index: number) => {
    const row = rowAt(index);
    if (row === undefined) return;
    setStored(openId === null || rowId(row) === openId ? { index } : { index, left: openId });
    virtual.scrollTo(index);
    if (openId !== null) onOpen?.(row, index);
    requestAnimationFrame(() => focusRow(index));
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
  // The record that Enter opened last. The address, and with it `openId`, follows a moment later.
  const opened = useRef({ id: "", at: 0 });
  const open = () => {
    if (here === undefined || cursor === null) return;
    const id = rowId(here);
    const press = pressedOn(id);
    const again = opened.current.id === id && press.at - opened.current.at < TWICE;
    opened.current = press;
    if (id !== openId) onOpen?.(here, cursor);
    // Pressed again on the open record, Enter goes on into it.
    if (id === openId || again) intoDrawer();
  };
  const here = cursor === null ? undefined : rowAt(cursor);
  const group = "Rows";
  useShortcuts([
    { keys: "j", label: "Next row", group, run: () => step(1) },
    { keys: "k", label: "Previous row", group, run: () => step(-1) },
    { keys: "arrowdown", label: "Next row", group, hidden: true, run: () => step(1) },
    { keys: "arrowup", label: "Previous row", group, hidden: true, run: () => step(-1) },
    {
      keys: "enter",
      label: "Open the row, then go into it",
      group,
      run: open,
    },
    { keys: "e", label: "Edit the row", group, run: () => here !== undefined && onEdit(here) },
    { keys: "home", label: "To the first row loaded", group, run: () => go(virtual.first) },
    { keys: "end", label: "To the last row loaded", group, run: () => go(virtual.last) },
  ]);
  useShortcuts(
    [
      { keys: "shift+j", label: "Extend the selection down", group, run: () => extend(1) },
      { keys: "shift+k", label: "Extend the selection up", group, run: () => extend(-1) },
      { keys: "shift+arrowdown", label: "Extend down", group, hidden: true, run: () => extend(1) },
      { keys: "shift+arrowup", label: "Extend up", group, hidden: true, run: () => extend(-1) },
      {
        keys: "shift+a",
        label: "Select all that match",
        group,
        run: () => selection?.total !== 0 && selection?.selectMatching(),
      },
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
    [
      { keys: "escape", label: "Clear the selection", group, run: () => selection?.clear() },
      {
        keys: "b",
        label: "To what can be done with the selection",
        group,
        run: () => document.querySelector<HTMLElement>(`#${BULK_BAR} button`)?.focus(),
      },
    ],
    selection !== null && selection.count !== 0,
  );
  return { cursor, setCursor, body };
}

const pressedOn = (id: string) => ({ id, at: performance.now() });

/** Pressed twice in a row, Enter may be ahead of the drawer, which is drawn a moment later: waited for, but not for long. */
function intoDrawer(frames = 120): void {
  const drawer = document.querySelector<HTMLElement>("[data-drawer]");
  if (drawer !== null) drawer.focus();
  else if (frames > 0) requestAnimationFrame(() => intoDrawer(frames - 1));
}
