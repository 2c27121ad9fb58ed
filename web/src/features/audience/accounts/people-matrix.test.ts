import { expect, test } from "vitest";
import { choiceFilter, peopleMatrix } from "./people-matrix.ts";

const CELLS = [
  { seniority: "Manager", department: "Sales", count: 3 },
  { seniority: "C-level", department: "Executive", count: 1 },
  { seniority: null, department: "Sales", count: 2 },
  { seniority: "Manager", department: null, count: 4 },
];

test("the most senior stand first, the largest department too, and what is not known last", () => {
  const matrix = peopleMatrix(CELLS);
  expect(matrix.rows).toEqual(["C-level", "Manager", ""]);
  expect(matrix.columns).toEqual(["Sales", "Executive", ""]);
});

test("every number is the sum of the people in it", () => {
  const matrix = peopleMatrix(CELLS);
  expect(matrix.count("Manager", "Sales")).toBe(3);
  expect(matrix.count("C-level", "Sales")).toBe(0);
  expect(matrix.rowTotal("Manager")).toBe(7);
  expect(matrix.columnTotal("Sales")).toBe(5);
});

test("a press becomes conditions, and one on everybody becomes none", () => {
  expect(choiceFilter({ seniority: null, department: null })).toBeUndefined();
  expect(choiceFilter({ seniority: "VP", department: "" })).toEqual({
    all: [
      { field: "seniority_level", op: "equals", value: "VP" },
      { field: "department", op: "is_empty" },
    ],
  });
});
