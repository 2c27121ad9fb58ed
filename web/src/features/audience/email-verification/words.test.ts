import { describe, expect, it } from "vitest";
import type { EmailVerification } from "./queries.ts";
import { isAtWork, totalOf } from "@/records/contact-runs/run.ts";
import { cameTo, OUTCOMES, partsOf, titleOf } from "./words.ts";

const counts: EmailVerification["counts"] = {
  valid: 7,
  risky: 1,
  invalid: 2,
  disposable: 1,
  catchAll: 3,
  unknown: 4,
  noEmail: 1,
  refused: 1,
  notRun: 5,
  known: 6,
  changed: 9,
  done: 20,
};
const one = {
  state: "COMPLETED",
  counts,
  importId: null,
  expected: null,
  progress: null,
} as unknown as EmailVerification;

describe("a verification in words", () => {
  it("adds up", () => {
    expect(partsOf(counts).reduce((sum, part) => sum + part.value, 0)).toBe(totalOf(counts));
    expect(new Set(OUTCOMES.map(({ field }) => field)).size).toBe(OUTCOMES.length);
  });

  it("says what it came to", () => {
    expect(cameTo(one)).toBe("7 valid, 3 invalid, 8 uncertain");
    expect(titleOf(one)).toBe("25 emails verified");
    expect(titleOf({ ...one, importId: "x" })).toBe("25 emails of an import verified");
  });

  it("is at work until it has ended", () => {
    expect(isAtWork(one)).toBe(false);
    expect(isAtWork({ state: "ASKED" })).toBe(true);
    expect(titleOf({ ...one, state: "ASKED" })).toBe("Emails verified");
  });
});
