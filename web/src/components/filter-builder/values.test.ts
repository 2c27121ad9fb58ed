import { describe, expect, it } from "vitest";
import { dayWords, readDay, writeDay } from "./days.ts";
import type { Condition } from "./tree.ts";
import type { FilterField, FilterValue, Takes, ValueType } from "./types.ts";
import { isComplete, newCondition, numberFrom, withField, withOperator } from "./values.ts";
import { conditionWords, contactsWords, nodeWords, shortened } from "./words.ts";

const TAKES: Record<string, Takes> = {
  equals: "ONE",
  contains: "ONE",
  in: "MANY",
  between: "RANGE",
  in_last_days: "DAYS",
  before: "ONE",
  has_value: "NOTHING",
};
function field(key: string, type: ValueType, ops: string): FilterField {
  const operators = ops
    .split(" ")
    .map((name) => ({ name, label: name.replaceAll("_", " "), takes: TAKES[name] ?? "ONE" }));
  return { key, label: key, group: "Work", type, kind: "", operators, options: [], suggestions: true };
}
const CITY = field("city", "TEXT", "equals contains in has_value");
const SCORE = field("score", "NUMBER", "equals at_least between in");
const CREATED = field("created", "DATE_TIME", "before between in_last_days");
const TAGS = field("tags", "LIST", "any_of has_value");
const condition = (one: FilterField, op: string, value?: FilterValue): Condition => ({
  kind: "condition",
  id: "c",
  not: false,
  field: one.key,
  op,
  value,
});

describe("a condition's value", () => {
  it("begins with what people ask first", () => {
    expect(newCondition(CITY)).toMatchObject({ op: "contains", value: undefined });
    expect(newCondition(CREATED)).toMatchObject({ op: "in_last_days", value: 30 });
    expect(newCondition(field("lists", "REFERENCES", "any_of has_value"))).toMatchObject({ op: "any_of" });
  });

  it("is complete when it can be asked", () => {
    expect(isComplete(condition(CITY, "contains", " "), CITY)).toBe(false);
    expect(isComplete(condition(CITY, "in", []), CITY)).toBe(false);
    expect(isComplete(condition(CITY, "has_value"), CITY)).toBe(true);
    expect(isComplete(condition(SCORE, "at_least", 0), SCORE)).toBe(true);
    expect(isComplete(condition(SCORE, "between", { from: 1 }), SCORE)).toBe(false);
    expect(isComplete(condition(SCORE, "between", { from: 1, to: 2 }), SCORE)).toBe(true);
    expect(isComplete(condition(CITY, "op of tomorrow"), CITY)).toBe(true);
  });

  it("survives another operator as far as it fits", () => {
    expect(withOperator(condition(CITY, "equals", "Bonn"), CITY, "in").value).toEqual(["Bonn"]);
    expect(withOperator(condition(CITY, "in", ["Bonn", "Ulm"]), CITY, "contains").value).toBe("Bonn");
    expect(withOperator(condition(CITY, "equals", "Bonn"), CITY, "has_value").value).toBeUndefined();
    expect(withOperator(condition(SCORE, "at_least", 5), SCORE, "between").value).toEqual({ from: 5 });
    expect(withOperator(condition(CREATED, "before", "today"), CREATED, "in_last_days").value).toBe(30);
  });

  it("goes to another field only where it means the same", () => {
    const other = { ...CITY, key: "state" };
    expect(withField(condition(CITY, "equals", "Bonn"), CITY, other)).toMatchObject({ op: "equals", value: "Bonn" });
    expect(withField(condition(CITY, "equals", "Bonn"), CITY, SCORE)).toMatchObject({ op: "equals", value: undefined });
    expect(withField(condition(CITY, "contains", "Bonn"), CITY, TAGS)).toMatchObject({
      op: "any_of",
      value: undefined,
    });
  });

  it("is a number where it reads as one, and text for the API to refuse where not", () => {
    for (const [text, number] of [
      ["50", 50],
      ["1,000,000", 1_000_000],
      ["-3", -3],
      ["1.5", 1.5],
    ] as const) {
      expect(numberFrom(text)).toBe(number);
    }
    for (const text of ["many", "1,5", "", "99999999999999999999"]) expect(numberFrom(text)).toBe(text);
  });
});

describe("days", () => {
  it("survive the way into an editor and back", () => {
    for (const value of ["2026-03-01", "today", { daysAgo: 7 }, { daysAhead: 1 }] as FilterValue[]) {
      expect(writeDay(readDay(value))).toEqual(value);
    }
    expect(writeDay({ kind: "ago", text: "" })).toBeUndefined();
    expect(writeDay({ kind: "ago", text: "soon" })).toEqual({ daysAgo: "soon" });
  });

  it("are said", () => {
    expect(dayWords({ daysAgo: 1 })).toBe("1 day ago");
    expect(dayWords({ daysAhead: 30 })).toBe("30 days from now");
  });
});

describe("words", () => {
  const fields = [CITY, SCORE, CREATED];
  const naming = { fieldOf: (key: string) => fields.find((one) => one.key === key), nameOf: () => undefined };

  it("say a condition and a group", () => {
    const city = condition(CITY, "in", ["Bonn", "Ulm"]);
    expect(conditionWords(city, naming)).toBe("city in Bonn, Ulm");
    expect(conditionWords(condition(SCORE, "between", { from: 5, to: 5000 }), naming)).toBe(
      "score between 5 and 5,000",
    );
    const group = {
      kind: "group",
      id: "g",
      not: false,
      join: "any",
      children: [city, { ...city, id: "d", not: true }],
    } as const;
    expect(nodeWords({ ...group, children: [...group.children] }, naming)).toBe(
      "city in Bonn, Ulm or city not: in Bonn, Ulm",
    );
  });

  it("count what does not fit", () => {
    expect(shortened(["a", "b", "c"])).toBe("a, b, c");
    expect(shortened(["a", "b", "c", "d"])).toBe("a, b, +2");
  });
});

describe("how many contacts of an account fit", () => {
  const words = (asked: object, not = false) => contactsWords({ kind: "contacts", id: "c", not, asked });
  it("is said in a few words", () => {
    expect(words({})).toBe("At least 1 contact");
    expect(words({ filter: {} })).toBe("At least 1 contact that fits");
    expect(words({ at_least: 2, filter: {} })).toBe("At least 2 contacts that fit");
    expect(words({ at_most: 0 })).toBe("At most 0 contacts");
    expect(words({ at_least: 2, at_most: 9, filter: {} }, true)).toBe("not: 2 to 9 contacts that fit");
  });
});
