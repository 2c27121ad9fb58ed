import { describe, expect, it } from "vitest";
import { asOfMoment, asShared, entriesOf, localDay, madeFrom, segmentOf, visibilityOf } from "./words.ts";

describe("lists in words", () => {
  it("reads a column of a spreadsheet, a line of a mail and what stands twice", () => {
    expect(entriesOf('a@x.de\r\n\n b@x.de ;c@x.de,\t"d.de"\na@x.de\n')).toEqual(["a@x.de", "b@x.de", "c@x.de", "d.de"]);
    expect(entriesOf("<ada@x.de>\n  \n")).toEqual(["ada@x.de"]);
    expect(entriesOf(" \n")).toEqual([]);
  });

  it("means a day until its end, and never a moment that has not come", () => {
    const now = new Date(2026, 10, 23, 12);
    const day = asOfMoment("2026-11-20", now);
    expect(day).toBe(new Date(2026, 10, 20, 23, 59, 59, 999).toISOString());
    expect(localDay(new Date(day ?? ""))).toBe("2026-11-20");
    expect(asOfMoment("2026-11-23", now), "today is not over").toBeNull();
    expect(asOfMoment("2026-11-20T10:00:00.000Z", now)).toBe("2026-11-20T10:00:00.000Z");
    expect(asOfMoment("nonsense", now)).toBeNull();
    expect(asOfMoment("", now)).toBeNull();
  });

  it("knows what a list was made from", () => {
    expect(madeFrom({ operation: "subtract", lists: ["a", "b"] })).toEqual({
      lists: ["a", "b"],
      operation: "SUBTRACT",
    });
    expect(madeFrom({ list: "a" })).toEqual({ lists: ["a"], operation: null });
    expect(madeFrom({})).toEqual({ lists: [], operation: null });
    expect(segmentOf({ segment: "s" })).toBe("s");
    expect(segmentOf({})).toBeNull();
  });

  it("says who sees it as the API and as the form ask it", () => {
    const owner = { ownerId: "o", ownerName: "Ada" };
    expect(asShared({ visibility: "GLOBAL", teamId: null, ...owner }).sharing).toBe("EVERYONE");
    expect(visibilityOf("EVERYONE")).toEqual({ visibility: "GLOBAL", teamId: null });
    expect(visibilityOf("PRIVATE")).toEqual({ visibility: "PRIVATE", teamId: null });
    expect(visibilityOf("t1")).toEqual({ visibility: "TEAM", teamId: "t1" });
  });
});
