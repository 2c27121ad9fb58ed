import { expect, test } from "vitest";
import type { FieldDefinition } from "../catalogue.ts";
import { thenLines } from "./then-fields.ts";

function definition(key: string, label: string): FieldDefinition {
  return {
    key,
    label,
    kind: "text",
    group: "Work",
    personal: false,
    writable: true,
    unique: false,
    required: false,
    sortable: true,
    custom: false,
    options: [],
    choices: [],
  };
}

const CATALOGUE = [definition("job_title", "Job title"), definition("city", "City")];
const then = (field: string, value: string) => ({ field, label: field, value, text: null, derived: false });
const now = (field: string, to: string | null, changed: boolean) => ({
  field,
  label: field,
  to,
  toText: null,
  changed,
});

test("fields stand in the catalogue's order, and only those that differ say what they hold now", () => {
  const [[group, fields] = ["", []]] = thenLines(
    CATALOGUE,
    [then("city", "Odense"), then("job_title", "Analyst")],
    [now("city", "Odense", false), now("job_title", "VP", true)],
  );
  expect(group).toBe("Work");
  expect(fields.map((field) => [field.key, field.line.now?.to])).toEqual([
    ["job_title", "VP"],
    ["city", undefined],
  ]);
});

test("what has a value only now is there as well, as empty then", () => {
  const lines = thenLines(CATALOGUE, [], [now("city", "Odense", true)]).flatMap(([, fields]) => fields);
  expect(lines.map((field) => [field.key, field.line.then, field.line.now?.to])).toEqual([
    ["city", undefined, "Odense"],
  ]);
});

test("a field nobody knows any more keeps its value, and the machine's form of a phone is no field", () => {
  const lines = thenLines(CATALOGUE, [then("custom.gone", "x"), then("direct_phone_e164", "+14155550142")], []);
  expect(lines.map(([group, fields]) => [group, fields.map((field) => field.key)])).toEqual([
    ["Other", ["custom.gone"]],
  ]);
});
