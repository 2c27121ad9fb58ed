import { expect, it } from "vitest";
import type { RetentionRun } from "./queries.ts";
import { isShorter, keepOf, keepWords, runWords } from "./words.ts";

const FOREVER = { count: null, unit: null };

it("a time is a number of days, months or years up to a hundred years", () => {
  expect(keepOf(" 3 ", "YEARS")).toEqual({ count: 3, unit: "YEARS" });
  for (const typed of ["", "0", "-1", "2.5", "101", "three"]) expect(keepOf(typed, "YEARS")).toBeNull();
  expect(keepOf("36500", "DAYS")).not.toBeNull();
});

it("a time reads as people say it", () => {
  expect(keepWords(FOREVER)).toBe("forever");
  expect(keepWords({ count: 1, unit: "MONTHS" })).toBe("1 month");
  expect(keepWords({ count: 18, unit: "MONTHS" })).toBe("18 months");
});

it("shorter is what deletes more", () => {
  expect(isShorter({ count: 3, unit: "YEARS" }, FOREVER)).toBe(true);
  expect(isShorter(FOREVER, { count: 3, unit: "YEARS" })).toBe(false);
  expect(isShorter({ count: 12, unit: "MONTHS" }, { count: 1, unit: "YEARS" })).toBe(false);
  expect(isShorter({ count: 11, unit: "MONTHS" }, { count: 1, unit: "YEARS" })).toBe(true);
});

const run = (of: Partial<RetentionRun>): RetentionRun => ({
  id: "r1",
  endedAt: "2026-03-03T02:10:00Z",
  askedBy: "Pivotal",
  cancelled: false,
  deleted: 0,
  held: 0,
  kinds: [],
  ...of,
});
const kind = {
  kind: "SIGN_INS",
  label: "Sign-ins",
  deleted: 12,
  held: 0,
  left: 0,
  more: false,
  onHold: false,
} as const;

it("a run says what it deleted and what was kept", () => {
  expect(runWords(run({}))).toBe("Nothing was due");
  expect(runWords(run({ deleted: 12, held: 2, kinds: [kind] }))).toBe("Deleted: Sign-ins 12 · 2 kept by legal holds");
  expect(runWords(run({ cancelled: true, kinds: [{ ...kind, more: true }] }))).toBe(
    "Stopped. Deleted: Sign-ins 12 (more with the next run)",
  );
  expect(runWords(run({ kinds: [{ ...kind, deleted: 0, onHold: true }] }))).toBe("Nothing was due · Sign-ins on hold");
});
