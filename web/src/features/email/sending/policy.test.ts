import { expect, it } from "vitest";
import { policyInput, policyOf, samePolicy } from "./policy.ts";
import type { Policy } from "./queries.ts";

const BUILT_IN: Policy = {
  perSecond: null,
  domains: [{ domain: "example.com", perSecond: 2.5 }],
  cap: null,
  warnComplaintsPercent: 0.1,
  pauseComplaintsPercent: 0.3,
  pauseHardBouncesPercent: 5,
  pauseBouncesPercent: 15,
  softBounces: { bounces: 5, withinDays: 30, overDays: 7, restDays: 90 },
  setAt: null,
};

it("is sent as it was read", () => {
  const { setAt: _, ...input } = BUILT_IN;
  expect(policyInput(policyOf(BUILT_IN))).toEqual(input);
});

it("reads numbers as people write them, and sends what is none as one that is refused", () => {
  const draft = policyOf(BUILT_IN);
  expect(policyInput({ ...draft, warnComplaintsPercent: "0,2" }).warnComplaintsPercent).toBe(0.2);
  for (const perSecond of ["many", "1.5", "1e99"]) {
    expect(policyInput({ ...draft, perSecond }).perSecond).toBe(-1);
  }
  expect(policyInput({ ...draft, cap: { count: "", days: "7" } }).cap).toEqual({ count: -1, days: 7 });
});

it("leaves out rows that say nothing, and is the same without them", () => {
  const draft = policyOf(BUILT_IN);
  const more = { ...draft, domains: [...draft.domains, { domain: " ", perSecond: "" }] };
  expect(policyInput(more).domains).toHaveLength(1);
  expect(samePolicy(draft, more)).toBe(true);
  expect(samePolicy(draft, { ...draft, perSecond: "10" })).toBe(false);
});
