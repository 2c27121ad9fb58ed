import { describe, expect, it } from "vitest";
import { NOTHING } from "./fixture.ts";
import { isSeries, lineOf, overTime, peakOf } from "./over-time.ts";

const row = (hour: string | null, sent: number, opened = 0) => ({ hour, figures: { ...NOTHING, sent, opened } });

describe("over time", () => {
  it("has an hour for each in between, in order, whatever the order told", () => {
    const told = overTime([row("2026-11-23T12:00:00Z", 0, 3), row("2026-11-23T10:00:00+00:00", 5, 1)], "opened");
    expect(told?.unit).toBe("hour");
    expect(told?.buckets.map(({ at, sent, beside }) => [new Date(at).toISOString(), sent, beside])).toEqual([
      ["2026-11-23T10:00:00.000Z", 5, 1],
      ["2026-11-23T11:00:00.000Z", 0, 0],
      ["2026-11-23T12:00:00.000Z", 0, 3],
    ]);
  });

  it("goes by days once it goes on for long, and adds up", () => {
    const told = overTime(
      [row("2026-11-01T10:00:00Z", 5), row("2026-11-01T23:00:00Z", 2), row("2026-11-20T00:00:00Z", 0, 4)],
      "opened",
    );
    expect([told?.unit, told?.buckets.length]).toEqual(["day", 20]);
    expect([told?.buckets[0]?.sent, told?.buckets.at(-1)?.beside]).toEqual([7, 4]);
  });

  it("is nothing where nothing happened", () => {
    expect(overTime([], "opened")).toBeNull();
    expect(overTime([row(null, 3), row("2026-11-20T00:00:00Z", 0)], "opened")).toBeNull();
  });

  it("is drawn as a line, of one moment as a level", () => {
    expect(lineOf([0, 10, 5], 10, 100, 50)).toBe("M0 50L50 0L100 25");
    expect(lineOf([10], 10, 100, 50)).toBe("M0 0H100");
  });

  it("knows when most happened", () => {
    const buckets = [
      { at: 0, sent: 1, beside: 0 },
      { at: 1, sent: 3, beside: 0 },
    ];
    expect(peakOf(buckets, "sent")?.at).toBe(1);
    expect(peakOf(buckets, "beside")).toBeUndefined();
  });
});

it("knows what can stand beside what was sent", () => {
  expect([isSeries("opened"), isSeries("weather"), isSeries(null), isSeries("toString")]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
