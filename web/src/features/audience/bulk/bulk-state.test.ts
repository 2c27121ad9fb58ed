import { expect, it } from "vitest";
import { cameTo, OUTCOMES, partsOf } from "./bulk-state.ts";

const counts = (patch: object) => ({ selected: 0, changed: 0, unchanged: 0, refused: 0, notRun: 0, ...patch });
const bulk = (patch: object, more: object = {}) => ({
  action: { kind: "ARCHIVE" as const, title: "", asked: null, fields: [] },
  entity: "CONTACT" as const,
  state: "COMPLETED" as const,
  counts: counts(patch),
  ...more,
});

it("says what it came to, also when that is nothing", () => {
  expect(cameTo(bulk({ selected: 1204, changed: 1200, refused: 4 }))).toBe("1,200 contacts archived");
  expect(cameTo(bulk({ selected: 2, unchanged: 2 }))).toBe("Nothing to change: all 2 contacts were so already");
  expect(cameTo(bulk({ selected: 1, refused: 1 }, { entity: "ACCOUNT" }))).toBe(
    "Nothing changed: the one account was refused",
  );
  expect(cameTo(bulk({}))).toBe("No contact matched any more");
  expect(cameTo(bulk({ selected: 9, changed: 2, notRun: 7 }, { state: "CANCELLED" }))).toBe(
    "Stopped: 2 contacts archived",
  );
});

it("its outcomes add up to what was selected", () => {
  const sums = counts({ selected: 10, changed: 4, unchanged: 3, refused: 2, notRun: 1 });
  expect(partsOf(sums).reduce((sum, { value }) => sum + value, 0)).toBe(10);
  expect(OUTCOMES).toHaveLength(4);
});
