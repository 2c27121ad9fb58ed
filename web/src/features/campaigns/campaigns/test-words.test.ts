import { describe, expect, it } from "vitest";
import { chanceWords, rangeWords, restWords, variantWords } from "./test-words.ts";

const TEST = { metric: "CLICKED" as const, sharePercent: 20, minutes: 60, automatic: true, otherwiseWait: false };
const variant = { key: "A", reached: 188, successes: 12, percent: 6.4, lowPercent: 3.6, highPercent: 10.8, p: null };
const running = { winner: null, variants: [variant] };
const over = { winner: null, variants: [{ ...variant, p: 0.4 }] };

describe("what comes of it for whoever waits", () => {
  it("depends on who decides", () => {
    expect(restWords({ ...TEST, automatic: false }, running)).toMatch(/until somebody chooses/);
    expect(restWords(TEST, running)).toMatch(/gets the one that is ahead, which may be chance/);
    expect(restWords({ ...TEST, otherwiseWait: true }, running)).toMatch(/the rest waits/);
    expect(restWords(TEST, over)).toMatch(/within minutes/);
    expect(restWords(TEST, { ...over, winner: "A" })).toMatch(/Variant A is the winner/);
  });
});

it("says how likely chance is", () => {
  expect([chanceWords(null), chanceWords(0.0123), chanceWords(0.00001)]).toEqual(["—", "0.012", "< 0.001"]);
});

it("says between what the true share lies", () => {
  expect(rangeWords(variant)).toMatch(/^3[.,]6\s?% to 10[.,]8\s?%$/);
  expect(variantWords(variant)).toMatch(/^6[.,]4\s?%: 12 of 188 people$/);
  expect(variantWords({ ...variant, reached: 0 })).toBe("Reached nobody yet");
});
