import { describe, expect, it } from "vitest";
import { readPasted } from "./pasted.ts";

describe("pasted rows", () => {
  it("are split as a spreadsheet copies them", () => {
    const table = readPasted("Name\tEmail\r\nAnnika Vester\ta@norhavn.test\r\nLuca Ferrandi\tl@ferrandi.test\r\n");
    expect(table).toEqual({
      delimiter: "\t",
      head: ["Name", "Email"],
      rows: [
        ["Annika Vester", "a@norhavn.test"],
        ["Luca Ferrandi", "l@ferrandi.test"],
      ],
      count: 2,
    });
  });

  it("keep line breaks and delimiters of quoted cells together", () => {
    const table = readPasted('Name;Note\n"Vester; Annika";"met at\nthe ""expo"""\n');
    expect(table?.rows).toEqual([["Vester; Annika", 'met at\nthe "expo"']]);
    expect(table?.count).toBe(1);
  });

  it("count all rows and show the first", () => {
    const text = ["Email", ...Array.from({ length: 40 }, (_, index) => `p${index}@example.test`)].join("\n");
    const table = readPasted(text, 3);
    expect(table?.rows).toHaveLength(3);
    expect(table?.count).toBe(40);
  });

  it("are nothing when there is nothing", () => {
    expect(readPasted("")).toBeNull();
    expect(readPasted("\n  \n")).toBeNull();
    expect(readPasted("Email")?.count).toBe(0);
  });
});
