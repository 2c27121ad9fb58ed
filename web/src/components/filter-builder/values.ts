/** What a condition's value is to look like, when it is one, and how it survives another operator. */
import type { Json } from "@/lib/json.ts";
import { type Condition, newId } from "./tree.ts";
import type { FilterField, FilterValue, Operator, Takes, ValueType } from "./types.ts";

/** The API refuses more in one condition. */
export const VALUES_MAX = 5_000;

/** What people ask first of a field of this type. */
const FIRST: Record<ValueType, string> = {
  TEXT: "contains",
  CHOICE: "in",
  COUNTRY: "in",
  NUMBER: "at_least",
  MONEY: "at_least",
  DATE: "in_last_days",
  DATE_TIME: "in_last_days",
  BOOL: "equals",
  LIST: "any_of",
  USER: "in",
  REFERENCE: "in",
  REFERENCES: "any_of",
  CUSTOM: "contains",
};

export function newCondition(field: FilterField): Condition {
  const op = field.operators.find((operator) => operator.name === FIRST[field.type]) ?? field.operators[0];
  return {
    kind: "condition",
    id: newId(),
    not: false,
    field: field.key,
    op: op?.name ?? "has_value",
    value: startingValue(field, op),
  };
}

/** Where there is something sensible to begin with, a condition works at once. */
function startingValue(field: FilterField, op: Operator | undefined): FilterValue {
  if (op?.takes === "DAYS") return 30;
  if (op?.takes === "ONE" && field.type === "BOOL") return true;
  return undefined;
}

export function operatorOf(field: FilterField | undefined, name: string): Operator | undefined {
  return field?.operators.find((operator) => operator.name === name);
}

/** Whether it can be asked. What nobody here knows is left to the API to judge. */
export function isComplete(condition: Condition, field: FilterField | undefined): boolean {
  const { value } = condition;
  switch (operatorOf(field, condition.op)?.takes) {
    case undefined:
      return true;
    case "NOTHING":
      return true;
    case "MANY":
      return Array.isArray(value) && value.length > 0;
    case "RANGE":
      return isObject(value) && isGiven(value.from) && isGiven(value.to);
    case "ONE":
    case "DAYS":
      return isGiven(value);
  }
}

function isGiven(value: FilterValue): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === "string") return value.trim() !== "";
  if (isObject(value) && "amount" in value) return isGiven(value.amount) && isGiven(value.currency);
  return true;
}

export function isObject(value: FilterValue): value is { [key: string]: Json } {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** Asked otherwise: what was given is kept as far as it fits. */
export function withOperator(condition: Condition, field: FilterField, name: string): Condition {
  const before = operatorOf(field, condition.op)?.takes;
  const op = operatorOf(field, name);
  const kept = isComplete(condition, field) ? convert(condition.value, before, op?.takes) : undefined;
  return { ...condition, op: name, value: kept ?? startingValue(field, op) };
}

function convert(value: FilterValue, from: Takes | undefined, to: Takes | undefined): FilterValue {
  if (to === "NOTHING" || value === undefined) return undefined;
  if (from === to) return value;
  if (from === "ONE" && to === "MANY") return [value];
  if (from === "MANY" && to === "ONE" && Array.isArray(value)) return value[0];
  if (from === "ONE" && to === "RANGE") return { from: value };
  if (from === "RANGE" && to === "ONE" && isObject(value)) return value.from;
  return undefined;
}

/** Of another field: the operator stays if that one has it, and the value if both are of one type without choices. */
export function withField(condition: Condition, before: FilterField | undefined, field: FilterField): Condition {
  const fresh = newCondition(field);
  if (operatorOf(field, condition.op) === undefined) return { ...fresh, id: condition.id, not: condition.not };
  const alike = before?.type === field.type && ["TEXT", "COUNTRY", "NUMBER", "DATE", "DATE_TIME"].includes(field.type);
  return {
    ...condition,
    field: field.key,
    value: alike ? condition.value : startingValue(field, operatorOf(field, condition.op)),
  };
}

const COMPARING = ["greater", "at_least", "less", "at_most", "between"];

/** Whether what is typed is meant as a number. */
export function isNumeric(field: FilterField, op: string): boolean {
  return field.type === "NUMBER" || (field.type === "CUSTOM" && COMPARING.includes(op));
}

/** As the API wants it; what is no number stays text, and the API says so beside the condition. */
export function numberFrom(text: string): string | number {
  const bare = text.trim().replaceAll(/(?<=\d)[,\s](?=\d{3}\b)/g, "");
  return /^[-+]?\d+(\.\d+)?$/.test(bare) && Number.isSafeInteger(Math.trunc(Number(bare))) ? Number(bare) : text;
}

export function textOf(value: FilterValue): string {
  return value === undefined || value === null || typeof value === "object" ? "" : String(value);
}
