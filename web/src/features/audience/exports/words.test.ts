import { describe, expect, it } from "vitest";
import { recordsOf, whichOf } from "./words.ts";

describe("exports in words", () => {
  it("says which part of the list it was", () => {
    expect(whichOf({ archived: false })).toBe("All");
    expect(whichOf({ archived: false, q: "ada", country: ["DE", "FR"] })).toBe("Search “ada”, country DE, FR");
    expect(whichOf({ ids: ["1", "2"] })).toBe("2 selected");
    expect(whichOf({})).toBe("Archived too");
    expect(whichOf(null)).toMatch(/erased/);
  });

  it("counts its records once they are known", () => {
    expect(recordsOf({ entity: "CONTACT", rows: 1 })).toBe("1 contact");
    expect(recordsOf({ entity: "ACCOUNT", rows: null })).toBe("Accounts");
  });
});
