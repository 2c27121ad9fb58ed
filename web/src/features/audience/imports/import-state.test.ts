import { describe, expect, it } from "vitest";
import { cameOf, stepOf } from "./import-state.ts";

const none = {
  read: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  mergedInFile: 0,
  matchesArchived: 0,
  rejected: 0,
  notRun: 0,
  warnings: 0,
};

describe("the headline of an import", () => {
  it("counts what was written", () => {
    expect(cameOf({ ...none, read: 12, created: 7, updated: 3, rejected: 2 })).toBe("10 rows imported");
  });

  it("says that there was nothing to change when everything was known", () => {
    expect(cameOf({ ...none, read: 1200, unchanged: 1200 })).toBe(
      "Nothing to change: all 1,200 rows were known already",
    );
    expect(cameOf({ ...none, read: 4, unchanged: 3, mergedInFile: 1 })).toMatch(/^Nothing to change/);
  });

  it("does not call rejected rows known", () => {
    expect(cameOf({ ...none, read: 3, rejected: 3 })).toBe("Nothing imported: all 3 rows were rejected");
    expect(cameOf({ ...none, read: 1, rejected: 1 })).toBe("Nothing imported: the row was rejected");
    expect(cameOf({ ...none, read: 4, unchanged: 3, rejected: 1 })).toBe("Nothing was added or changed by 4 rows");
    expect(cameOf(none)).toBe("The file had no rows");
  });
});

describe("the step of an import", () => {
  it("follows its state, and goes back to the columns when asked", () => {
    expect(stepOf("UPLOADED")).toBe(1);
    expect(stepOf("MAPPED")).toBe(2);
    expect(stepOf("PREVIEWED", "map")).toBe(1);
    // A run cannot be mapped any more, whatever the link says.
    expect(stepOf("RUNNING", "map")).toBe(3);
    expect(stepOf("UNDONE")).toBe(5);
  });
});
