/** A condition in a few words, for chips and rows. The sentence about the whole filter is the API's. */
import { formatCount, formatMoney, sentence } from "@/lib/format.ts";
import type { Json } from "@/lib/json.ts";
import { dayWords } from "./days.ts";
import { engagementWords } from "./engagement.ts";
import type { Condition, Contacts, Group, Node } from "./tree.ts";
import type { FilterField, FilterValue } from "./types.ts";
import { isObject, operatorOf, textOf } from "./values.ts";

export interface Naming {
  fieldOf: (key: string) => FilterField | undefined;
  /** What a value is called: a country, a colleague, an account. undefined: it speaks for itself, or is not known yet. */
  nameOf: (field: FilterField, value: string) => string | undefined;
}

export const fieldWords = (condition: Condition, { fieldOf }: Naming) =>
  fieldOf(condition.field)?.label ?? condition.field;

/** Without the part that the value completes ("is in the last … days"). */
export function operatorWords(condition: Condition, { fieldOf }: Naming): string {
  const label = operatorOf(fieldOf(condition.field), condition.op)?.label ?? condition.op.replaceAll("_", " ");
  const words = label.split(" …")[0] ?? label;
  return condition.not ? `not: ${words}` : words;
}

/** Each value in words. */
export function valueWords(condition: Condition, naming: Naming): string[] {
  const field = naming.fieldOf(condition.field);
  const { value } = condition;
  const one = (part: FilterValue): string => scalarWords(part, field, naming);
  switch (operatorOf(field, condition.op)?.takes) {
    case "NOTHING":
      return [];
    case "DAYS":
      return value === undefined ? [] : [value === 1 ? "1 day" : `${textOf(value)} days`];
    case "RANGE": {
      if (!isObject(value)) return [];
      const [from, to] = [one(value.from), one(value.to)];
      return from === "" && to === "" ? [] : [`${from || "…"} and ${to || "…"}`];
    }
    default:
      if (Array.isArray(value)) return value.map(one);
      return [one(value)].filter((text) => text !== "");
  }
}

function scalarWords(value: FilterValue, field: FilterField | undefined, naming: Naming): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number")
    return field?.key.replace("account.", "") === "year_founded" ? String(value) : formatCount(value);
  if (field?.type === "DATE" || field?.type === "DATE_TIME") return dayWords(value);
  if (isObject(value) && "amount" in value) return moneyWords(value);
  if (typeof value !== "string") return JSON.stringify(value);
  return (field === undefined ? undefined : naming.nameOf(field, value)) ?? value;
}

function moneyWords(value: { [key: string]: Json }): string {
  const [amount, currency] = [textOf(value.amount), textOf(value.currency)];
  return /^\d+(\.\d+)?$/.test(amount) && /^[A-Za-z]{3}$/.test(currency)
    ? formatMoney(amount, currency.toUpperCase())
    : `${currency} ${amount}`.trim();
}

/** "Director, VP, +2" */
export function shortened(words: readonly string[], most = 2): string {
  const [shown, more] = shortest(words, most);
  return more === 0 ? shown : `${shown}, +${formatCount(more)}`;
}

/** The first values, and how many more there are. */
export function shortest(words: readonly string[], most = 2): [string, number] {
  const all = words.join(", ");
  if (words.length <= most || (words.length === most + 1 && all.length <= 40)) return [all, 0];
  return [words.slice(0, most).join(", "), words.length - most];
}

/** "Country is any of Germany, Austria" */
export function conditionWords(condition: Condition, naming: Naming): string {
  const value = shortened(valueWords(condition, naming), 3);
  return [fieldWords(condition, naming), operatorWords(condition, naming), value].filter(Boolean).join(" ");
}

/** "At least 2 contacts that fit". What they are to fit, the sentence about the whole filter says. */
export function contactsWords({ asked, not }: Contacts): string {
  const { at_least: least, at_most: most } = asked;
  const upTo = typeof most === "number";
  let count = `at least ${typeof least === "number" ? least : 1}`;
  if (upTo) count = typeof least === "number" && least > 0 ? `${least} to ${most}` : `at most ${most}`;
  const one = upTo ? most === 1 : typeof least !== "number" || least === 1;
  const fit = asked.filter === undefined || asked.filter === null ? "" : one ? " that fits" : " that fit";
  const words = `${count} ${one ? "contact" : "contacts"}${fit}`;
  return not ? `not: ${words}` : sentence(words);
}

/** "Job title contains head or Seniority is VP" */
export function nodeWords(node: Node, naming: Naming, inside = false): string {
  if (node.kind === "condition") return conditionWords(node, naming);
  if (node.kind === "contacts") return contactsWords(node);
  if (node.kind === "engagement") return engagementWords(node);
  const text = node.children
    .map((child) => nodeWords(child, naming, true))
    .join(node.join === "all" ? " and " : " or ");
  if (node.not) return `${node.join === "any" ? "none of" : "not all of"} (${text})`;
  return inside && node.children.length > 1 ? `(${text})` : text;
}

/** How many of a group's conditions are to hold. */
export function groupWords(group: Pick<Group, "join" | "not">): "All" | "Any" | "None" | "Not all" {
  if (group.not) return group.join === "any" ? "None" : "Not all";
  return group.join === "any" ? "Any" : "All";
}

/** An option as people write it: "catch_all" is "Catch all". */
export const optionWords = (option: string) =>
  /^[a-z][a-z0-9_ ]*$/.test(option) ? sentence(option.replaceAll("_", " ")) : option;
