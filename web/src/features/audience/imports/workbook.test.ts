import { Blob } from "node:buffer";
import { describe, expect, it } from "vitest";
import { workbook } from "@/test/workbook.ts";
import { isWorkbook, readSheets } from "./workbook.ts";

const blob = (bytes: Buffer) => new Blob([bytes]) as unknown as globalThis.Blob;

describe("the sheets of a workbook", () => {
  it("are read with their sizes, hidden ones left out", async () => {
    const file = workbook([
      { name: "Read me", rows: [["Made by the vendor"]] },
      { name: "Lists", rows: [["a"]], state: "hidden" },
      { name: "Contacts & more", rows: [["Email"], ["a@norhavn.test"], ["l@ferrandi.test"]] },
    ]);
    expect(await readSheets(blob(file))).toEqual([
      { name: "Read me", rows: 0 },
      { name: "Contacts & more", rows: 2 },
    ]);
  });

  it("of what is no workbook are left to the server", async () => {
    expect(await readSheets(blob(Buffer.from("Email\na@norhavn.test\n")))).toBeNull();
    expect(await readSheets(blob(Buffer.from("PK\u0005\u0006")))).toBeNull();
    expect(isWorkbook("Fleet.XLSX")).toBe(true);
    expect(isWorkbook("fleet.csv")).toBe(false);
  });
});
