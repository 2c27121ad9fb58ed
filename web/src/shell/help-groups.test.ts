import { describe, expect, it } from "vitest";
import { helpGroups } from "./help-groups.ts";

const key = (keys: string, group?: string) => ({
  keys,
  label: keys,
  run: () => {},
  ...(group === undefined ? {} : { group }),
});

describe("the list of keys", () => {
  it("begins with the page's own, then those of lists, then those that work everywhere", () => {
    const groups = helpGroups([
      key("g d", "Go to"),
      key("/", "Everywhere"),
      key("j", "Rows"),
      key("f", "On this page"),
      key("x", "Rows"),
      key("t", "Record"),
      key("q"),
    ]);
    expect(groups.map(([name, list]) => [name, list.map(({ keys }) => keys)])).toEqual([
      ["On this page", ["f"]],
      ["Record", ["t"]],
      ["Here", ["q"]],
      ["Rows", ["j", "x"]],
      ["Everywhere", ["/"]],
      ["Go to", ["g d"]],
    ]);
  });
});
