/**
 * The filter language as it travels (docs/FILTER.md): the same JSON in the API, in saved views and, as text, in the URL.
 * Nothing here knows fields or operators; the server does.
 */
import type { Json } from "./json.ts";
import { isKept, isTooLong, keep, keptText } from "./long-filter.ts";

export interface FilterCondition {
  field: string;
  op: string;
  value?: Json;
}

/** How many of an account's contacts fit a filter of contacts; each part may be left out. */
export interface ContactsAsked {
  at_least?: Json;
  at_most?: Json;
  filter?: Json;
}

/** What happened between us and a contact, how often and when; all but `did` may be left out. */
export interface EngagementAsked {
  did?: Json;
  campaign?: Json;
  at_least?: Json;
  at_most?: Json;
  within_days?: Json;
  from?: Json;
  to?: Json;
  machines?: Json;
}

export type FilterNode =
  | { all: FilterNode[] }
  | { any: FilterNode[] }
  | { not: FilterNode }
  | { contacts: ContactsAsked }
  | { engagement: EngagementAsked }
  | FilterCondition;

/** What stands under `filter=`. Null: none. Text that is no JSON stays text, so that the server can say what is wrong. */
export function parseFilter(text: string | null): Json {
  if (text === null || text.trim() === "") return null;
  try {
    const value = JSON.parse(isKept(text) ? (keptText(text) ?? text) : text) as Json;
    return isEveryRecord(value) ? null : value;
  } catch {
    return text;
  }
}

/** For the URL; null for a filter that leaves nothing out. */
export function formatFilter(filter: Json): string | null {
  if (filter === null || isEveryRecord(filter)) return null;
  const object = typeof filter === "object" ? filter : null;
  const known = object === null ? undefined : written.get(object);
  if (known !== undefined) return known;
  const text = JSON.stringify(filter);
  // Named by what it says, in whatever order the server keeps its keys.
  const link = isTooLong(text) ? keep(JSON.stringify(filter, sortedKeys)) : text;
  if (object !== null) written.set(object, link);
  return link;
}

/** Asked at every drawing of a list; filters are never changed in place. */
const written = new WeakMap<object, string>();

/** For `JSON.stringify`. */
export function sortedKeys(_: string, value: unknown): unknown {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;
}

/** {} and groups without conditions. */
function isEveryRecord(value: Json): boolean {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return false;
  return Object.entries(value).every(
    ([key, inner]) =>
      (key === "v" && inner === 1) || ((key === "all" || key === "any") && Array.isArray(inner) && inner.length === 0),
  );
}

/** Whether it has the shape of a filter; fields, operators and values may still be wrong. */
export function isFilterNode(value: Json | undefined): value is Json & FilterNode {
  if (value === null || value === undefined || typeof value !== "object" || Array.isArray(value)) return false;
  if ("all" in value) return Array.isArray(value.all) && value.all.every(isFilterNode);
  if ("any" in value) return Array.isArray(value.any) && value.any.every(isFilterNode);
  if ("not" in value) return isFilterNode(value.not);
  if ("contacts" in value || "engagement" in value) {
    const asked = value.contacts ?? value.engagement;
    return asked !== null && typeof asked === "object" && !Array.isArray(asked);
  }
  return typeof value.field === "string" && typeof value.op === "string";
}

/** Both at once, the first one's conditions first. */
export function bothFilters(one: Json, other: FilterNode[]): Json {
  if (other.length === 0) return one;
  if (one === null) return { v: 1, all: other as unknown as Json[] };
  if (!isFilterNode(one)) return one;
  const { v: _, ...bare } = one as { [key: string]: Json };
  const first = "all" in bare && Array.isArray(bare.all) ? bare.all : [bare];
  return { v: 1, all: [...first, ...(other as unknown as Json[])] };
}
