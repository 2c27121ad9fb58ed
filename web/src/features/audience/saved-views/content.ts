/** What a saved view keeps, as the URL of its list says it, and back. Pure. */
import { formatFilter, parseFilter } from "@/lib/filter-json.ts";
import type { Json } from "@/lib/json.ts";
import { formatSort, parseSort } from "@/lib/use-list-state.ts";
import type { ListParts } from "@/records/list-parts.ts";
import { beyond, overlay } from "@/lib/url-overlay.ts";

export interface ViewContent {
  columns: string[];
  sort?: { field: string; descending: boolean };
  search?: string;
  quick?: Record<string, string[]>;
  filter?: Json;
}

/** What the view says, as parameters of its list. */
export function paramsOf(content: Json, parts: ListParts): URLSearchParams {
  const params = new URLSearchParams();
  if (!isObject(content)) return params;
  const [first, ...others] = parts.columns;
  const columns = strings(content.columns).filter((key) => others.includes(key));
  if (columns.length > 0 && first !== undefined) params.set("cols", [first, ...columns].join(","));
  const sort = isObject(content.sort) ? content.sort : {};
  if (typeof sort.field === "string" && parts.sortable.includes(sort.field)) {
    params.set("sort", sort.descending === true ? `-${sort.field}` : sort.field);
  }
  if (typeof content.search === "string" && content.search !== "") params.set("q", content.search);
  const quick = isObject(content.quick) ? content.quick : {};
  for (const name of parts.quick) for (const value of strings(quick[name])) params.append(name, value);
  const filter = formatFilter(content.filter ?? null);
  if (filter !== null) params.set("filter", filter);
  return params;
}

/** What a view of the list as it is now would keep. `columns` are those shown. */
export function contentOf(params: URLSearchParams, columns: readonly string[], parts: ListParts): ViewContent {
  const sort = parseSort(params.get("sort"));
  const search = params.get("q") ?? "";
  const quick = parts.quick
    .map((name): [string, string[]] => [name, params.getAll(name).filter((value) => value !== "")])
    .filter(([, values]) => values.length > 0);
  const filter = parseFilter(params.get("filter"));
  return {
    columns: [...columns],
    ...(sort === null ? {} : { sort: { field: sort.field, descending: formatSort(sort)?.startsWith("-") === true } }),
    ...(search === "" ? {} : { search }),
    ...(quick.length === 0 ? {} : { quick: Object.fromEntries(quick) }),
    ...(filter === null ? {} : { filter }),
  };
}

/** Whether only columns are kept, so that it goes with any conditions. The server says the same by `isPreset`. */
export function isPreset(content: ViewContent): boolean {
  return Object.keys(content).every((part) => part === "columns");
}

/** Whether the list differs from what the view keeps. A preset keeps columns only. */
export function isChanged(base: URLSearchParams, own: URLSearchParams, preset: boolean, parts: ListParts): boolean {
  const kept = preset ? ["cols"] : ["cols", "sort", "q", "filter", ...parts.quick];
  const differing = beyond(base, overlay(base, own));
  return kept.some((name) => differing.has(name));
}

/** The conditions and the order alone, for a preset that is put over them. */
export function conditionsIn(params: URLSearchParams, parts: ListParts): URLSearchParams {
  return new URLSearchParams([...params].filter(([name]) => ["sort", "q", "filter", ...parts.quick].includes(name)));
}

function strings(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
