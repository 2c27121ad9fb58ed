import { describe, expect, it } from "vitest";
import { whichOf } from "@/records/list-words.ts";
import { leftOutOf, reasonOf, recordsOf } from "./words.ts";

describe("exports in words", () => {
  it("says which part of the list it was", () => {
    expect(whichOf({ archived: false })).toBe("All");
    expect(whichOf({ archived: false, q: "ada", country: ["DE", "FR"] })).toBe("Search “ada”, country DE, FR");
    expect(whichOf({ ids: ["1", "2"] })).toBe("2 selected");
    expect(whichOf({})).toBe("Archived too");
    expect(whichOf(null)).toMatch(/erased/);
  });

  it("says how many were left out, and why", () => {
    expect(leftOutOf({ leftOut: 0 })).toBeNull();
    expect(leftOutOf({ leftOut: 1200 })).toBe("1,200 left out");
    expect(reasonOf({ state: "COMPLETED", error: null, leftOut: 2 })).toMatch(/^Without 2 of the list: clients/);
    expect(reasonOf({ state: "COMPLETED", error: null, leftOut: 0 })).toBeNull();
  });

  it("counts its records once they are known", () => {
    expect(recordsOf({ entity: "CONTACT", rows: 1 })).toBe("1 contact");
    expect(recordsOf({ entity: "ACCOUNT", rows: null })).toBe("Accounts");
  });
});
