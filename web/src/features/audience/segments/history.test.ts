import { describe, expect, it } from "vitest";
import { historyOf, pathThrough } from "./history.ts";

const FROM = "2026-03-01";
const TO = "2026-03-11";
const day = (at: string, members: number, entered: number, left: number) => ({ day: at, members, entered, left });

describe("the history of a segment", () => {
  it("begins with what was there before the first change, and holds between changes", () => {
    const history = historyOf([day("2026-03-03", 12, 4, 2), day("2026-03-06", 7, 0, 5)], FROM, TO, 7);
    expect(history).toMatchObject({ start: 10, end: 7, most: 12, entered: 4, left: 7, span: 10 });
    expect(history.points).toEqual([
      { at: 0, members: 10 },
      { at: 2, members: 12 },
      { at: 5, members: 7 },
      { at: 10, members: 7 },
    ]);
  });

  it("is flat when nobody came or went", () => {
    expect(historyOf([], FROM, TO, 5).points).toEqual([
      { at: 0, members: 5 },
      { at: 10, members: 5 },
    ]);
  });

  it("takes changes of the first and of the last day", () => {
    const history = historyOf([day(FROM, 3, 3, 0), day(TO, 4, 1, 0)], FROM, TO, 4);
    expect(history.points).toEqual([
      { at: 0, members: 3 },
      { at: 10, members: 4 },
    ]);
    expect(history.start).toBe(0);
  });

  it("is drawn in steps", () => {
    const history = historyOf([day("2026-03-06", 10, 10, 0)], FROM, TO, 10);
    expect(pathThrough(history, 100, 50)).toBe("M0 50H50V0H100V0");
    expect(pathThrough(historyOf([], FROM, TO, 0), 100, 50), "of an empty one").toBe("M0 50H100V50");
  });
});
