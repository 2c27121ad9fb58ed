import { describe, expect, it } from "vitest";
import {
  clockOf,
  keptOf,
  minuteOf,
  mistakesIn,
  noSchedule,
  opensAt,
  paceWords,
  scheduleOf,
  startWords,
  windowWords,
} from "./schedule.ts";

const NOW = noSchedule("Europe/Berlin");
const WEEK = { days: [true, true, true, true, true, false, false], from: "09:00", to: "17:30" };

describe("a schedule", () => {
  it("comes back from the server as it was sent", () => {
    const draft = {
      ...NOW,
      start: "at" as const,
      at: "2026-11-24T09:00",
      windows: WEEK,
      ends: "2026-11-30T18:00",
      perSecond: "50",
    };
    const kept = keptOf(draft);
    expect(kept).toMatchObject({
      at: "2026-11-24T09:00:00",
      windows: { fromMinute: 540, toMinute: 1050 },
      endsAt: "2026-11-30T17:00:00.000Z",
      perSecond: 50,
    });
    expect(scheduleOf(kept)).toEqual(draft);
    expect(scheduleOf(keptOf(NOW))).toEqual(NOW);
    const untilMidnight = { ...NOW, windows: { ...WEEK, to: "23:59" } };
    expect(scheduleOf(keptOf(untilMidnight))).toEqual(untilMidnight);
  });

  it("names what is no answer, by the field", () => {
    expect(mistakesIn(NOW)).toEqual({});
    expect(Object.keys(mistakesIn({ ...NOW, start: "at" }))).toEqual(["at"]);
    expect(Object.keys(mistakesIn({ ...NOW, windows: { ...WEEK, days: WEEK.days.map(() => false) } }))).toEqual([
      "windows",
    ]);
    expect(mistakesIn({ ...NOW, windows: { ...WEEK, to: "08:00" } }).windows).toMatch(/before it begins/);
    expect(mistakesIn({ ...NOW, windows: { ...WEEK, from: "" } }).windows).toMatch(/both times/);
    for (const perSecond of ["0", "-1", "1.5", "many", "9999999"]) {
      expect(Object.keys(mistakesIn({ ...NOW, perSecond }))).toEqual(["perSecond"]);
    }
    expect(mistakesIn({ ...NOW, perSecond: "25", windows: WEEK })).toEqual({});
  });
});

it("takes the last minute for the end of the day", () => {
  expect(minuteOf("23:59")).toBe(1440);
  expect(minuteOf("00:00")).toBe(0);
  expect(minuteOf("9:00")).toBeNull();
  expect(clockOf(1440)).toBe("24:00");
  expect(minuteOf(clockOf(545))).toBe(545);
});

it("says days in a row as a range", () => {
  const words = (...days: number[]) =>
    windowWords({ days: WEEK.days.map((_, day) => days.includes(day)), fromMinute: 540, toMinute: 1020 });
  expect(words(0, 1, 2, 3, 4)).toBe("Mon–Fri 09:00–17:00");
  expect(words(0, 2, 3, 6)).toBe("Mon, Wed, Thu, Sun 09:00–17:00");
});

it("says where the clocks are that it starts by", () => {
  const kept = keptOf({ ...NOW, start: "at", at: "2026-11-24T09:00" });
  expect(startWords(kept)).toBe("2026-11-24 09:00 in Europe/Berlin");
  expect(startWords({ ...kept, inRecipientsZone: true })).toBe("2026-11-24 09:00 where each recipient is");
  expect(startWords(keptOf(NOW))).toMatch(/^At once/);
});

it("names the zone of hours and of the end", () => {
  const kept = keptOf({ ...NOW, windows: WEEK, ends: "2026-11-30T18:00" });
  expect(paceWords(kept)).toContain("Mon–Fri 09:00–17:30 in Europe/Berlin, until 2026-11-30 18:00 in Europe/Berlin");
  expect(paceWords({ ...kept, inRecipientsZone: true })).toContain(
    "09:00–17:30 where each recipient is, until 2026-11-30 18:00 in Europe/Berlin",
  );
});

describe("hours", () => {
  const hours = { days: [true, true, true, true, true, false, false], fromMinute: 540, toMinute: 1020 };
  const next = (now: string) => opensAt(hours, "Europe/Berlin", new Date(now))?.toISOString() ?? null;

  it("are open from the first minute to before the last", () => {
    expect(next("2026-11-23T08:00:00Z")).toBeNull();
    expect(next("2026-11-23T15:59:00Z")).toBeNull();
    const whole = { ...hours, fromMinute: 0, toMinute: 1440 };
    expect(opensAt(whole, "UTC", new Date("2026-11-23T23:59:00Z"))).toBeNull();
  });

  it("open again today, tomorrow, or after the weekend", () => {
    expect(next("2026-11-23T07:59:00Z")).toBe("2026-11-23T08:00:00.000Z");
    expect(next("2026-11-23T16:00:00Z")).toBe("2026-11-24T08:00:00.000Z");
    expect(next("2026-11-27T16:00:00Z")).toBe("2026-11-30T08:00:00.000Z");
  });

  it("go by the clocks of their zone, also where these change meanwhile", () => {
    // On the 29th of March they are put forward.
    expect(next("2026-03-27T16:30:00Z")).toBe("2026-03-30T07:00:00.000Z");
    const monday = { ...hours, days: [true, false, false, false, false, false, false] };
    expect(opensAt(monday, "UTC", new Date("2026-11-23T17:00:00Z"))?.toISOString()).toBe("2026-11-30T09:00:00.000Z");
  });
});
