/**
 * Which columns, in which order, how wide: the person's own choice per table, kept among the preferences. An open view
 * brings columns of its own (`chosen`); changing those leaves the person's alone. Widths are always the person's.
 */
import { useState } from "react";
import type { Json } from "@/lib/json.ts";
import { preference, savePreference } from "@/lib/preferences.ts";
import { type ChosenColumns, type Column, columnKey } from "./types.ts";

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
  /** Keys of those shown, in order; on a narrow screen some of them may be left out of `visible`. */
  keys: string[];
  isShown: (id: string) => boolean;
  /** Whether it has a place among the others. Of a view's columns only the shown ones have. */
  isOrdered: (id: string) => boolean;
  widthOf: (column: Column<TRow>) => number;
  setWidth: (id: string, width: number) => void;
  toggle: (id: string) => void;
  /** Puts a column before another one, or last. */
  move: (id: string, before: string | null) => void;
  reset: () => void;
  resetLabel: string;
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

/** Ids of the columns that the keys name; what no longer exists is passed over. Pure, for tests. */
export function idsOf<TRow>(columns: readonly Column<TRow>[], keys: readonly string[]): string[] {
  return keys.flatMap((key) => columns.find((column) => columnKey(column) === key)?.id ?? []);
}

/**
 * Those that have room beside each other. Of the ones that may leave, the last leaves first, and no more of them than it takes.
 * `room`: pixels; null: as much as they need. Pure, for tests.
 */
export function fitting<TRow>(
  columns: readonly Column<TRow>[],
  room: number | null,
  widthOf: (column: Column<TRow>) => number,
  mayLeave: (column: Column<TRow>) => boolean,
): Column<TRow>[] {
  let over = room === null ? 0 : columns.reduce((sum, column) => sum + widthOf(column), -room);
  const left = new Set<string>();
  for (const column of columns.toReversed()) {
    if (over <= 0) break;
    if (!mayLeave(column)) continue;
    left.add(column.id);
    over -= widthOf(column);
  }
  return columns.filter((column) => !left.has(column.id));
}

/** `room`: pixels for its columns; null: as much as they need. */
export function useColumnLayout<TRow>(
  tableId: string,
  columns: readonly Column<TRow>[],
  room: number | null,
  chosen?: ChosenColumns,
): ColumnLayout<TRow> {
  const key = `columns.${tableId}`;
  const [layout, setLayout] = useState<Layout>(() => ({ ...EMPTY, ...preference<Partial<Layout>>(key, {}) }));
  const change = (patch: Partial<Layout>) => {
    const next = { ...layout, ...patch };
    setLayout(next);
    savePreference(key, next as unknown as Json);
  };
  const own = arrange(columns, layout.order);
  const given = chosen?.keys ? idsOf(columns, chosen.keys) : null;
  const all = given === null ? own : arrange(own, given);
  const isShown = (id: string) => {
    const column = columns.find((other) => other.id === id);
    if (column === undefined) return false;
    if (id === all[0]?.id) return true;
    return given?.includes(id) ?? layout.shown[id] ?? !(column.hidden ?? false);
  };
  const choose = (ids: readonly string[], shown: (id: string) => boolean) =>
    chosen?.set(ids.filter(shown).flatMap((id) => columns.filter((column) => column.id === id).map(columnKey)));
  const ids = all.map((column) => column.id);
  const widthOf = (column: Column<TRow>) => layout.widths[column.id] ?? column.width;
  // Chosen by hand stays; only an untouched low-priority column makes room.
  const mayLeave = (column: Column<TRow>) =>
    given === null && column.lowPriority === true && column.id !== all[0]?.id && layout.shown[column.id] === undefined;
  return {
    all,
    keys: all.filter((column) => isShown(column.id)).map(columnKey),
    isShown,
    isOrdered: (id) => chosen === undefined || isShown(id),
    visible: fitting(
      all.filter((column) => isShown(column.id)),
      room,
      widthOf,
      mayLeave,
    ),
    widthOf,
    setWidth: (id, width) => change({ widths: { ...layout.widths, [id]: Math.max(MIN_WIDTH, Math.round(width)) } }),
    toggle: (id) => {
      if (chosen === undefined) change({ shown: { ...layout.shown, [id]: !isShown(id) } });
      // A column that appears comes after those that are there.
      else if (isShown(id)) choose(ids, (other) => other !== id && isShown(other));
      else choose([...ids.filter((other) => other !== id), id], (other) => other === id || isShown(other));
    },
    move: (id, before) => {
      const rest = ids.filter((other) => other !== id);
      const at = before === null ? rest.length : rest.indexOf(before);
      const order = rest.toSpliced(at === -1 ? rest.length : at, 0, id);
      if (chosen === undefined) change({ order });
      else choose(order, isShown);
    },
    reset: () => (chosen === undefined ? change(EMPTY) : chosen.set(null)),
    resetLabel: chosen?.resetLabel ?? "Back to the standard columns",
  };
}
