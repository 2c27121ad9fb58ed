import { expect, it } from "vitest";
import type { LegalHold } from "./queries.ts";
import { recordPath, standingWords } from "./words.ts";

const hold = (of: Partial<LegalHold>): LegalHold => ({
  id: "h1",
  scope: "CONTACT",
  recordId: "c1",
  data: null,
  label: "Ada Lovelace",
  reason: "a claim",
  reference: "Case 2026/114",
  since: "2026-01-05T12:00:00Z",
  placedBy: "Ada Admin",
  standing: true,
  liftedAt: null,
  liftedBy: null,
  liftReason: null,
  erased: false,
  ...of,
});

it("a hold is called by its case, or else by its reason", () => {
  expect(standingWords([hold({})])).toContain("Case 2026/114, since ");
  expect(standingWords([hold({ reference: null }), hold({})])).toMatch(/^a claim, since .+, and 1 more$/);
  expect(standingWords([])).toBe("");
});

it("what is held leads to its record, unless it is none or is gone", () => {
  expect(recordPath(hold({}))).toBe("/contacts/c1");
  expect(recordPath(hold({ scope: "ACCOUNT" }))).toBe("/accounts/c1");
  expect(recordPath(hold({ scope: "DATA", recordId: null }))).toBeNull();
  expect(recordPath(hold({ erased: true }))).toBeNull();
});
