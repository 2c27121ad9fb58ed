import { describe, expect, it } from "vitest";
import { isSeveral, merged, parsePasted } from "./paste.ts";

describe("a pasted column", () => {
  it("is parted by lines and tabs, whatever the system", () => {
    expect(parsePasted("a@example.com\r\nb@example.com\n\n c@example.com\td@example.com \n").values).toEqual([
      "a@example.com",
      "b@example.com",
      "c@example.com",
      "d@example.com",
    ]);
  });

  it("is parted by commas and semicolons where there are no lines", () => {
    expect(parsePasted("DE, AT;CH,").values).toEqual(["DE", "AT", "CH"]);
    expect(parsePasted("Acme, Inc.\nGlobex").values).toEqual(["Acme, Inc.", "Globex"]);
  });

  it("loses the quotes of spreadsheets", () => {
    expect(parsePasted('"Acme, Inc.","Say ""hi"""').values).toEqual(["Acme, Inc.", 'Say "hi"']);
    expect(parsePasted('"two\nlines"\nplain').values).toEqual(["two\nlines", "plain"]);
    expect(parsePasted('6" pipe\n8" pipe').values).toEqual(['6" pipe', '8" pipe']);
    expect(parsePasted('"open\nother').values).toEqual(['"open', "other"]);
  });

  it("keeps each value once and counts what came again", () => {
    expect(parsePasted("a\nB\nb\nA\nc")).toEqual({ values: ["a", "B", "c"], duplicates: 2 });
    expect(merged(["x", "Y"], ["y", "z"])).toEqual({ values: ["x", "Y", "z"], duplicates: 1 });
  });

  it("is told from one value", () => {
    expect(isSeveral("one value")).toBe(false);
    expect(isSeveral("one\n")).toBe(false);
    expect(isSeveral("one, two")).toBe(true);
  });

  it("takes fifty thousand lines at once", () => {
    const lines = Array.from({ length: 50_000 }, (_, index) => `person${index}@example.com`).join("\n");
    expect(parsePasted(lines).values).toHaveLength(50_000);
  });
});
