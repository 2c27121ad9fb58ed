import { describe, expect, it } from "vitest";
import { formatSort, parseSort } from "./use-list-state.ts";

describe("the sort in the URL", () => {
  it("is the field, with a minus for newest first", () => {
    expect(parseSort("-created_at")).toEqual({ field: "created_at", direction: "DESC" });
    expect(parseSort("full_name")).toEqual({ field: "full_name", direction: "ASC" });
  });

  it("survives the way there and back", () => {
    for (const text of ["email", "-email"]) expect(formatSort(parseSort(text))).toBe(text);
  });

  it("ignores nonsense", () => {
    for (const text of [null, "", "-"]) expect(parseSort(text)).toBeNull();
  });
});
