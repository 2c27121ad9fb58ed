import { describe, expect, it } from "vitest";
import { sideLists, changedFields, checkedWords, firstList, type PreviewRow, rowLists, runLabel } from "./preview.ts";

const outcomes = {
  read: 100,
  created: 60,
  updated: 20,
  unchanged: 5,
  mergedInFile: 4,
  matchesArchived: 1,
  rejected: 10,
  notRun: 0,
  warnings: 7,
};
const counts = { outcomes, accountsCreated: 3, accountsUpdated: 0 };

describe("the tiles of a preview", () => {
  it("add up to the rows read", () => {
    const sum = rowLists(counts, ["contact", "contacts"]).reduce((total, list) => total + list.count, 0);
    expect(sum).toBe(outcomes.read);
  });

  it("open on what changes, then on what is refused, then on anything", () => {
    const lists = (patch: Partial<typeof outcomes>) =>
      rowLists({ ...counts, outcomes: { ...outcomes, ...patch } }, ["contact", "contacts"]);
    expect(firstList(lists({}))).toBe("updated");
    expect(firstList(lists({ updated: 0 }))).toBe("rejected");
    expect(firstList(lists({ updated: 0, rejected: 0, created: 0 }))).toBe("unchanged");
  });

  it("count accounts and warnings apart", () => {
    expect(sideLists(counts, true).map((list) => list.count)).toEqual([3, 0, 7]);
    expect(sideLists(counts, false).map((list) => list.id)).toEqual(["warnings"]);
  });
});

describe("the words of a preview", () => {
  it("name what the next step writes", () => {
    expect(runLabel(outcomes)).toBe("Import 80 rows");
    expect(runLabel({ ...outcomes, created: 0, updated: 0 })).toBe("Import anyway");
  });

  it("say that nothing was written", () => {
    expect(checkedWords(1200, 3.14)).toBe("Checked 1,200 rows in 3.1 s. Nothing has been written yet.");
    expect(checkedWords(1, null)).toBe("Checked 1 row. Nothing has been written yet.");
  });
});

describe("the columns of changed fields", () => {
  it("stand in the order of how often they change", () => {
    const row = (row: number, ...fields: string[]): PreviewRow => ({
      id: String(row),
      row,
      name: null,
      recordId: null,
      intoRow: null,
      matchedBy: null,
      problems: [],
      changes: fields.map((field) => ({
        entity: "CONTACT",
        field,
        label: field,
        old: null,
        new: "x",
        kept: false,
        rule: null,
      })),
    });
    const columns = changedFields([row(2, "city"), row(3, "job_title"), row(4, "job_title", "city"), row(5, "city")]);
    expect(columns.map((column) => column.field)).toEqual(["city", "job_title"]);
  });
});
