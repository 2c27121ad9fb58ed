/** The filter language of the mock: enough of docs/FILTER.md to build and try filters against. */
import { type Def, ACCOUNT_FIELDS, CONTACT_FIELDS } from "./catalogue.ts";
import type { MockRecord } from "./world.ts";

type Entity = "CONTACT" | "ACCOUNT";
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Node = { [key: string]: Json };

const LABELS: Record<string, string> = {
  equals: "is",
  not_equals: "is not",
  in: "is any of",
  not_in: "is none of",
  contains: "contains",
  not_contains: "does not contain",
  starts_with: "starts with",
  ends_with: "ends with",
  greater: "is greater than",
  at_least: "is at least",
  less: "is less than",
  at_most: "is at most",
  between: "is between",
  on: "is on",
  before: "is before",
  after: "is after",
  in_last_days: "is in the last … days",
  in_next_days: "is in the next … days",
  any_of: "includes any of",
  all_of: "includes all of",
  none_of: "includes none of",
  is_empty: "is empty",
  has_value: "has a value",
};
const TEXT = "equals not_equals contains not_contains starts_with ends_with in not_in is_empty has_value";
const CHOICE = "equals not_equals in not_in is_empty has_value";
const NUMBER = "equals not_equals greater at_least less at_most between in not_in is_empty has_value";
const OPERATORS: Record<string, string> = {
  TEXT,
  CHOICE,
  COUNTRY: CHOICE,
  NUMBER,
  MONEY: "equals not_equals greater at_least less at_most between is_empty has_value",
  DATE: "on before after between in_last_days in_next_days is_empty has_value",
  DATE_TIME: "on before after between in_last_days in_next_days is_empty has_value",
  LIST: "any_of all_of none_of is_empty has_value",
};
const TYPES: Record<string, string> = {
  choice: "CHOICE",
  country: "COUNTRY",
  number: "NUMBER",
  money: "MONEY",
  date: "DATE",
  datetime: "DATE_TIME",
  multi: "LIST",
};

const typeOf = (def: Def) => TYPES[def.kind] ?? "TEXT";
const defsOf = (entity: Entity) => (entity === "CONTACT" ? CONTACT_FIELDS : ACCOUNT_FIELDS);
const operatorsOf = (def: Def) => (OPERATORS[typeOf(def)] ?? TEXT).split(" ");

function takes(name: string): string {
  if (["is_empty", "has_value"].includes(name)) return "NOTHING";
  if (["in", "not_in", "any_of", "all_of", "none_of"].includes(name)) return "MANY";
  if (name === "between") return "RANGE";
  return name.endsWith("_days") ? "DAYS" : "ONE";
}

interface Mistake {
  path: string;
  code: string;
  field: string | null;
  operator: string | null;
  value: string | null;
  message: string;
}

function mistakesIn(entity: Entity, node: Json, path: string): Mistake[] {
  const wrong = (code: string, message: string, field: string | null = null): Mistake[] => [
    { path, code, field, operator: null, value: null, message },
  ];
  if (node === null || typeof node !== "object" || Array.isArray(node))
    return wrong("FILTER_SHAPE", "A filter is an object.");
  const below = (key: string) => (path === "" ? key : `${path}.${key}`);
  for (const join of ["all", "any"]) {
    const inner = node[join];
    if (Array.isArray(inner))
      return inner.flatMap((child, index) => mistakesIn(entity, child, below(`${join}[${index}]`)));
  }
  if (node.not !== undefined) return mistakesIn(entity, node.not, below("not"));
  if (Object.keys(node).every((key) => key === "v")) return [];
  const key = String(node.field);
  const def = defsOf(entity).find((one) => one.key === key);
  if (def === undefined) return wrong("FILTER_UNKNOWN_FIELD", `There is no field \`${key}\`.`, key);
  if (!operatorsOf(def).includes(String(node.op)))
    return wrong("FILTER_OPERATOR_FOR_TYPE", `${def.label}: choose one of ${operatorsOf(def).join(", ")}.`, key);
  const values = Array.isArray(node.value) ? node.value : [node.value ?? null];
  const bad = typeOf(def) === "NUMBER" ? values.find((value) => typeof value === "string") : undefined;
  if (bad !== undefined)
    return wrong(
      "FILTER_VALUE_TYPE",
      `${def.label}: "${String(bad)}" is not what fits here. Send a whole number, as 50.`,
      key,
    );
  return [];
}

/** Less polished than the API's, the same idea. */
function sentence(entity: Entity, node: Node, inside = false): string {
  for (const join of ["all", "any"]) {
    const inner = node[join];
    if (Array.isArray(inner)) {
      const text = inner
        .map((child) => sentence(entity, child as Node, inner.length > 1))
        .join(join === "all" ? " and " : " or ");
      return inside && inner.length > 1 ? `(${text})` : text;
    }
  }
  if (node.not !== undefined) return `not (${sentence(entity, node.not as Node)})`;
  const def = defsOf(entity).find((one) => one.key === node.field);
  const { value } = node;
  const said = (one: Json): string => {
    if (def?.kind === "country") return new Intl.DisplayNames("en", { type: "region" }).of(String(one)) ?? String(one);
    return typeof one === "string" && def?.kind !== "choice" ? `"${one}"` : JSON.stringify(one).replaceAll('"', "");
  };
  const words = Array.isArray(value) ? value.map(said).join(" or ") : value === undefined ? "" : said(value);
  const op = ["in", "equals"].includes(String(node.op)) ? "is" : (LABELS[String(node.op)] ?? "");
  return `${def?.label.toLowerCase()} ${op.includes("…") ? op.replace("…", words) : `${op} ${words}`}`.trim();
}

export function sentenceOf(entity: Entity, filter: Json | undefined): string {
  return filter !== null && typeof filter === "object" && !Array.isArray(filter) ? sentence(entity, filter) : "";
}

/** Whether a record passes. */
export function passes(record: MockRecord, node: Json | undefined): boolean {
  if (node === null || node === undefined || typeof node !== "object" || Array.isArray(node)) return true;
  if (Array.isArray(node.all)) return node.all.every((child) => passes(record, child));
  if (Array.isArray(node.any)) return node.any.some((child) => passes(record, child));
  if (node.not !== undefined) return !passes(record, node.not);
  if (node.field === undefined) return true;
  const { createdAt, updatedAt, fields } = record;
  const all: Record<string, unknown> = { ...fields, created_at: createdAt, updated_at: updatedAt };
  return holds(all[String(node.field)], String(node.op), node.value ?? null);
}

const fold = (value: unknown) => String(value).toLowerCase();

function holds(held: unknown, op: string, value: Json): boolean {
  const empty = held === undefined || held === null || held === "" || (Array.isArray(held) && held.length === 0);
  if (op === "is_empty") return empty;
  if (op === "has_value") return !empty;
  const positive = op.replace(/^not_/, "").replace("none_of", "any_of");
  if (positive !== op) return !holds(held, positive, value);
  if (empty) return false;
  const items = (Array.isArray(held) ? held : [held]).map(fold);
  const wanted = (Array.isArray(value) ? value : [value]).map(fold);
  switch (op) {
    case "equals":
    case "in":
    case "any_of":
      return wanted.some((one) => items.includes(one));
    case "all_of":
      return wanted.every((one) => items.includes(one));
    case "contains":
      return fold(held).includes(fold(value));
    case "starts_with":
      return fold(held).startsWith(fold(value));
    case "ends_with":
      return fold(held).endsWith(fold(value));
    default:
      return compares(held, op, value);
  }
}

const DAY = 86_400_000;
const isObject = (value: Json): value is Node => value !== null && typeof value === "object" && !Array.isArray(value);

/** Numbers as they are, days as the moment they begin. */
function measure(value: unknown): number {
  if (typeof value === "number") return value;
  const today = new Date().setHours(0, 0, 0, 0);
  if (value === "today") return today;
  if (isObject(value as Json)) {
    const { daysAgo, daysAhead, amount } = value as Node;
    if (amount !== undefined) return Number(amount);
    return today + (Number(daysAhead ?? 0) - Number(daysAgo ?? 0)) * DAY;
  }
  return Number.isNaN(Number(value)) ? Date.parse(String(value)) : Number(value);
}

function compares(held: unknown, op: string, value: Json): boolean {
  const own = measure(held);
  const today = measure("today");
  if (op === "in_last_days") return own >= today - Number(value) * DAY && own < today + DAY;
  if (op === "in_next_days") return own >= today && own < today + (Number(value) + 1) * DAY;
  if (op === "between" && isObject(value)) return own >= measure(value.from) && own <= measure(value.to);
  const other = measure(value);
  if (op === "on") return own >= other && own < other + DAY;
  if (op === "greater" || op === "after") return own > other;
  if (op === "at_least") return own >= other;
  return op === "at_most" ? own <= other : own < other;
}

/** `listOf`: all records of an entity. */
export function filterResolvers(listOf: (entity: Entity) => MockRecord[]) {
  const check = ({ entity, filter }: { entity: Entity; filter: Node }) => {
    const errors = mistakesIn(entity, filter, "");
    const text = errors.length > 0 ? null : sentence(entity, filter);
    return {
      valid: errors.length === 0,
      errors,
      normalized: errors.length === 0 ? filter : null,
      sentence: text === null ? null : text.replace(/[a-z]/, (letter) => letter.toUpperCase()),
    };
  };
  return {
    filterFields: ({ entity }: { entity: Entity }) =>
      defsOf(entity).map((def) => ({
        key: def.key,
        label: def.label,
        group: def.group,
        type: typeOf(def),
        kind: def.kind,
        nullable: true,
        suggestions: ["TEXT", "LIST"].includes(typeOf(def)),
        target: null,
        options: def.options ?? [],
        choices: (def.options ?? []).map((value) => ({ value, label: value.replaceAll("_", " "), retired: false })),
        operators: operatorsOf(def).map((name) => ({ name, label: LABELS[name], takes: takes(name) })),
      })),
    filterSuggestions: ({ entity, field, prefix }: { entity: Entity; field: string; prefix: string }) => {
      const seen = new Map<string, number>();
      for (const { fields } of listOf(entity)) {
        const held = fields[field];
        for (const one of Array.isArray(held) ? held : [held]) {
          const text = one === null || one === undefined ? "" : String(one);
          if (text !== "" && fold(text).startsWith(fold(prefix))) seen.set(text, (seen.get(text) ?? 0) + 1);
        }
      }
      return [...seen]
        .toSorted(([, a], [, b]) => b - a)
        .slice(0, 20)
        .map(([value, count]) => ({ value, label: value, seen: count }));
    },
    filterCheck: check,
    filterSentence: (args: { entity: Entity; filter: Node }) => check(args).sentence ?? "",
  };
}
