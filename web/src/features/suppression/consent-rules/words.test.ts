import { expect, it } from "vitest";
import type { ConsentRuleChange } from "./queries.ts";
import { changeWords } from "./words.ts";

const change = (of: Partial<ConsentRuleChange>): ConsentRuleChange => ({
  position: 1,
  country: "DE",
  name: "Germany",
  rule: { email: "LEGITIMATE_INTEREST", phone: "CONSENT_NEEDED" },
  previous: { email: "CONSENT_NEEDED", phone: "CONSENT_NEEDED" },
  note: null,
  at: "2026-03-03T10:00:00Z",
  actorName: null,
  ...of,
});

it("a change says what it was before, where that differs", () => {
  expect(changeWords(change({}))).toBe(
    "Germany: email legitimate interest (consent needed before), calls consent needed",
  );
});

it("a country that had none has nothing before", () => {
  expect(changeWords(change({ previous: null }))).toBe("Germany: email legitimate interest, calls consent needed");
});

it("a rule that is removed leaves the country to the others", () => {
  expect(changeWords(change({ rule: null }))).toBe("Germany: no rule of its own any more");
});
