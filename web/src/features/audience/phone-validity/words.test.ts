import { expect, it } from "vitest";
import type { PhoneLookup } from "./queries.ts";
import { cameTo, titleOf } from "./words.ts";

const NONE = {
  mobile: 0,
  fixedLine: 0,
  voip: 0,
  other: 0,
  notFound: 0,
  notValid: 0,
  noPhone: 0,
  refused: 0,
  notRun: 0,
  known: 0,
  changed: 0,
  done: 0,
};
const ended = (counts: Partial<typeof NONE>) =>
  cameTo({ state: "COMPLETED", counts: { ...NONE, ...counts } } as PhoneLookup);

it("says only what there is, and something useful where there is nothing", () => {
  expect(ended({ mobile: 3, voip: 1, done: 4 })).toBe("3 mobile, 1 other");
  expect(ended({ noPhone: 2, done: 2 })).toBe("None of them has a number to look up");
  expect(ended({ notValid: 2, noPhone: 1, done: 3 })).toBe("No number could be looked up: none of them is valid");
  expect(ended({})).toBe("No number was looked up");
});

it("names the number that is looked up, of accounts too", () => {
  const one = { state: "COMPLETED", which: "MAIN_PHONE", counts: { ...NONE, done: 2 } };
  expect(titleOf(one as PhoneLookup)).toBe("2 main phones looked up");
});
