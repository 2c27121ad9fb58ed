import { describe, expect, it } from "vitest";
import { guessType, readOptions } from "./new-field.ts";

describe("the type of a field made out of a column", () => {
  it.each([
    [["312", "1,240", ""], "NUMBER"],
    [["2026-10-30", "2026-11-01"], "DATE"],
    [["30.10.2026"], "DATE"],
    [["2026-10-30T10:00:00Z"], "DATE_TIME"],
    [["yes", "No"], "BOOL"],
    [["€ 1.200", "USD 90"], "MONEY"],
    [["https://norhavn.test"], "URL"],
    [["a@norhavn.test"], "EMAIL"],
    [["+45 32 55 01 44"], "PHONE"],
    [["312", "about 300"], "TEXT"],
    [[], "TEXT"],
  ])("%j is %s", (samples, type) => {
    expect(guessType(samples)).toBe(type);
  });
});

it("options are told apart by their letters", () => {
  expect(readOptions("Owned\nleased; Owned |OWNED\n\n")).toEqual(["OWNED", "leased"]);
});
