import { describe, expect, it } from "vitest";
import { alike, corrected, fixed, NO_FIXES, pasted, type RejectedRow } from "./fixes.ts";

const row = (row: number, ...cells: string[]): RejectedRow => ({ row, cells, problems: [], triedIn: null });
const rows = [
  row(4, "annika(at)norhavn.test", "Dänmrak"),
  row(9, "luca(at)ferrandi.test", "Italy"),
  row(12, "", "Dänmrak"),
];
const [first, second] = rows as [RejectedRow, RejectedRow];

describe("fixes of rejected rows", () => {
  it("hold only what differs from the file", () => {
    const changed = fixed(NO_FIXES, first, 0, "annika@norhavn.test");
    expect(corrected(changed, rows)).toEqual([{ row: 4, cells: ["annika@norhavn.test", "Dänmrak"] }]);
    expect(fixed(changed, first, 0, "annika(at)norhavn.test").size).toBe(0);
  });

  it("take a pasted column, and let go what does not fit", () => {
    const changed = pasted(NO_FIXES, rows, { index: 1, column: 0 }, 2, "l@ferrandi.test\tIT\tmore\r\nx@y.test\nlost\n");
    expect(corrected(changed, rows)).toEqual([
      { row: 9, cells: ["l@ferrandi.test", "IT"] },
      { row: 12, cells: ["x@y.test", "Dänmrak"] },
    ]);
  });

  it("find other rows with the same mistake that are not fixed yet", () => {
    const changed = fixed(NO_FIXES, first, 1, "Denmark");
    expect(alike(changed, rows, first, 1).map((other) => other.row)).toEqual([12]);
    expect(alike(changed, rows, second, 1)).toEqual([]);
  });
});
