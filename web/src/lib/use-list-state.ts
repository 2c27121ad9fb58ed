/** What a list shows, kept in the URL: sort, words, filters, the record in the drawer, an open dialog. */
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import type { Sort } from "@/components/data-table/types.ts";
import { bothFilters, type FilterCondition, formatFilter, parseFilter } from "./filter-json.ts";
import type { Json } from "./json.ts";
import { beyond, overlay } from "./url-overlay.ts";

export interface ListState {
  sort: Sort | null;
  setSort: (sort: Sort | null) => void;
  q: string;
  setQ: (q: string) => void;
  /** Values of one filter, in the order chosen. */
  filter: (name: string) => string[];
  setFilter: (name: string, values: readonly string[]) => void;
  /** Several that hang together, as one change. */
  setFilters: (values: Readonly<Record<string, readonly string[]>>) => void;
  /** The words, the filters of these names and the conditions. */
  clearFilters: (names: readonly string[]) => void;
  /** The conditions, in the filter language; null: none. With what old links say in filters of their own. */
  where: Json;
  /** Replaces all conditions. */
  setWhere: (where: Json) => void;
  /** Keys of the columns shown, where a view or a link says them; null: the person's own. */
  columns: string[] | null;
  /** Null goes back to what the view says. */
  setColumns: (keys: readonly string[] | null) => void;
  openId: string | null;
  setOpenId: (id: string | null) => void;
  creating: boolean;
  setCreating: (creating: boolean) => void;
}

/** "-created_at" is created_at, newest first. */
export function parseSort(text: string | null): Sort | null {
  if (text === null || text === "" || text === "-") return null;
  return text.startsWith("-") ? { field: text.slice(1), direction: "DESC" } : { field: text, direction: "ASC" };
}

export function formatSort(sort: Sort | null): string | null {
  if (sort === null) return null;
  return sort.direction === "DESC" ? `-${sort.field}` : sort.field;
}

/** Filters that links used to hold under names of their own, and the condition each one stands for. */
export type OldFilters = Readonly<Record<string, { field: string; op: "in" | "contains" }>>;
const NONE: OldFilters = {};

/** The conditions that old parameters stand for. */
export function conditionsOf(params: URLSearchParams, old: OldFilters): FilterCondition[] {
  return Object.entries(old).flatMap(([name, { field, op }]): FilterCondition[] => {
    const values = params.getAll(name).filter((value) => value !== "");
    if (op === "in") return values.length === 0 ? [] : [{ field, op, value: values }];
    return values.map((value) => ({ field, op, value }));
  });
}

const NOTHING = new URLSearchParams();

/** State of a location that was left by changing the list, not by going to it: no default view is put over it. */
export const EDITED = { listEdited: true };

/** `base`: what the open view says; the URL then holds only what differs from it. */
export function useListState(old: OldFilters = NONE, base: URLSearchParams = NOTHING): ListState {
  const [own, setParams] = useSearchParams();
  const params = useMemo(() => overlay(base, own), [base, own]);
  const text = params.get("filter");
  // The same object while the URL says the same: it is part of query keys and compared by hooks.
  const where = useMemo(() => bothFilters(parseFilter(text), conditionsOf(params, old)), [text, params, old]);
  // Replaces instead of pushing while typing or walking rows, so that Back leaves the list.
  const change = (edit: (next: URLSearchParams) => void, push = false) =>
    setParams(
      (current) => {
        const next = overlay(base, current);
        edit(next);
        return beyond(base, next);
      },
      { replace: !push, state: EDITED },
    );
  const set = (name: string, value: string | null, push = false) =>
    change((next) => {
      if (value === null || value === "") next.delete(name);
      else next.set(name, value);
    }, push);
  const openId = params.get("open");
  return {
    sort: parseSort(params.get("sort")),
    setSort: (sort) => set("sort", formatSort(sort)),
    q: params.get("q") ?? "",
    setQ: (q) => set("q", q),
    filter: (name) => params.getAll(name),
    setFilter: (name, values) =>
      change((next) => {
        next.delete(name);
        for (const value of values) next.append(name, value);
      }),
    setFilters: (filters) =>
      change((next) => {
        for (const [name, values] of Object.entries(filters)) {
          next.delete(name);
          for (const value of values) next.append(name, value);
        }
      }),
    clearFilters: (names) =>
      change((next) => {
        for (const name of [...names, ...Object.keys(old), "filter", "q"]) next.delete(name);
      }),
    where,
    setWhere: (filter) =>
      change((next) => {
        for (const name of Object.keys(old)) next.delete(name);
        const written = formatFilter(filter);
        if (written === null) next.delete("filter");
        else next.set("filter", written);
      }),
    columns: params.get("cols")?.split(",") ?? null,
    setColumns: (keys) => set("cols", keys === null ? base.get("cols") : keys.join(",")),
    openId,
    setOpenId: (id) => set("open", id, openId === null && id !== null),
    creating: params.get("new") === "1",
    setCreating: (creating) => set("new", creating ? "1" : null),
  };
}
