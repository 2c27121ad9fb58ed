/** Which columns, in which order, how wide: the person's own choice per table, kept among the preferences. */
import { useState } from "react";
import type { Json } from "@/lib/json.ts";
import { preference, savePreference } from "@/lib/preferences.ts";
import type { Column } from "./types.ts";

interface Layout {
  order: string[];
  /** Explicit choices only, so that a column added later appears by its own default. */
  shown: Record<string, boolean>;
  widths: Record<string, number>;
}

const EMPTY: Layout = { order: [], shown: {}, widths: {} };
export const MIN_WIDTH = 72;

export interface ColumnLayout<TRow> {
  /** Visible columns in order. The first declared column always leads. */
  visible: Column<TRow>[];
  all: Column<TRow>[];
  isShown: (id: string) => boolean;
  widthOf: (column: Column<TRow>) => number;
  setWidth: (id: string, width: number) => void;
  toggle: (id: string) => void;
  /** Puts a column before another one, or last. */
  move: (id: string, before: string | null) => void;
  reset: () => void;
}

/** Known columns in the stored order; new ones keep their declared place at the end. Pure, for tests. */
export function arrange<TRow>(columns: readonly Column<TRow>[], order: readonly string[]): Column<TRow>[] {
  const [first, ...rest] = columns;
  if (first === undefined) return [];
  const rank = (id: string) => {
    const at = order.indexOf(id);
    return at === -1 ? order.length + rest.findIndex((column) => column.id === id) : at;
  };
  return [first, ...rest.toSorted((a, b) => rank(a.id) - rank(b.id))];
}

export function useColumnLayout<TRow>(
  tableId: string,
  columns: readonly Column<TRow>[],
  narrow: boolean,
): ColumnLayout<TRow> {
  const key = `columns.${tableId}`;
  const [layout, setLayout] = useState<Layout>(() => ({ ...EMPTY, ...preference<Partial<Layout>>(key, {}) }));
  const change = (patch: Partial<Layout>) => {
    const next = { ...layout, ...patch };
    setLayout(next);
    savePreference(key, next as unknown as Json);
  };
  const all = arrange(columns, layout.order);
  const isShown = (id: string) => {
    const column = columns.find((other) => other.id === id);
    if (column === undefined) return false;
    return layout.shown[id] ?? !(column.hidden ?? false);
  };
  return {
    all,
    isShown,
    visible: all.filter((column, index) => {
      if (index === 0) return true;
      // Chosen by hand stays; only an untouched low-priority column makes room.
      if (narrow && column.lowPriority && layout.shown[column.id] === undefined) return false;
      return isShown(column.id);
    }),
    widthOf: (column) => layout.widths[column.id] ?? column.width,
    setWidth: (id, width) => change({ widths: { ...layout.widths, [id]: Math.max(MIN_WIDTH, Math.round(width)) } }),
    toggle: (id) => change({ shown: { ...layout.shown, [id]: !isShown(id) } }),
    move: (id, before) => {
      const ids = all.map((column) => column.id).filter((other) => other !== id);
      const at = before === null ? ids.length : ids.indexOf(before);
      change({ order: ids.toSpliced(at === -1 ? ids.length : at, 0, id) });
    },
    reset: () => change(EMPTY),
  };
}
