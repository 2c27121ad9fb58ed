import { expect, it } from "vitest";
import { localIn, momentOf, zones } from "./zones.ts";

const BERLIN = "Europe/Berlin";
const moment = (zone: string, local: string) => momentOf(zone, local)?.toISOString();

it("says what clocks show, and when they show it", () => {
  expect(localIn(BERLIN, new Date("2026-01-05T08:00:00Z"))).toBe("2026-01-05T09:00");
  expect(localIn(BERLIN, new Date("2026-07-05T22:30:00Z"))).toBe("2026-07-06T00:30");
  expect(moment(BERLIN, "2026-01-05T09:00")).toBe("2026-01-05T08:00:00.000Z");
  expect(moment("UTC", "2026-01-05T09:00")).toBe("2026-01-05T09:00:00.000Z");
  expect(moment("Asia/Kathmandu", "2026-01-05T09:00")).toBe("2026-01-05T03:15:00.000Z");
});

it("takes the first of what is shown twice", () => {
  expect(moment(BERLIN, "2026-10-25T02:30")).toBe("2026-10-25T00:30:00.000Z");
  expect(moment("America/New_York", "2026-11-01T01:30")).toBe("2026-11-01T05:30:00.000Z");
});

it("goes on where the clocks leave an hour out", () => {
  expect(moment(BERLIN, "2026-03-29T02:30")).toBe("2026-03-29T01:30:00.000Z");
});

it("takes nothing else for a time", () => {
  for (const text of ["", "tomorrow", "2026-01-05", "2026-13-05T09:00", "2026-01-05T09:00:00"]) {
    expect(momentOf(BERLIN, text)).toBeNull();
  }
});

it("knows UTC beside all others", () => {
  expect(zones()).toContain("UTC");
  expect(zones()).toContain(BERLIN);
});
