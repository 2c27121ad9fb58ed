/** What a list shows, kept in the URL: sort, words, filters, the record in the drawer, an open dialog. */
import { useSearchParams } from "react-router";
import type { Sort } from "@/components/data-table/types.ts";

export interface ListState {
  sort: Sort | null;
  setSort: (sort: Sort | null) => void;
  q: string;
  setQ: (q: string) => void;
  /** Values of one filter, in the order chosen. */
  filter: (name: string) => string[];
  setFilter: (name: string, values: readonly string[]) => void;
  clearFilters: (names: readonly string[]) => void;
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

export function useListState(): ListState {
  const [params, setParams] = useSearchParams();
  // Replaces instead of pushing while typing or walking rows, so that Back leaves the list.
  const change = (edit: (next: URLSearchParams) => void, push = false) =>
    setParams(
      (current) => {
        const next = new URLSearchParams(current);
        edit(next);
        return next;
      },
      { replace: !push },
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
    clearFilters: (names) =>
      change((next) => {
        for (const name of names) next.delete(name);
        next.delete("q");
      }),
    openId,
    setOpenId: (id) => set("open", id, openId === null && id !== null),
    creating: params.get("new") === "1",
    setCreating: (creating) => set("new", creating ? "1" : null),
  };
}
