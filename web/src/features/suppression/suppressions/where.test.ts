import { expect, it } from "vitest";
import { EVERYWHERE, lacks, withinOf } from "./where.ts";

it("goes as far as one of them, or everywhere", () => {
  const nowhere = { clientId: null, campaignId: null, brandId: null };
  expect(withinOf(EVERYWHERE)).toEqual(nowhere);
  expect(withinOf({ kind: "CLIENT", id: "n", name: "" })).toEqual({ ...nowhere, clientId: "n" });
  expect(withinOf({ kind: "CAMPAIGN", id: "c", name: "Spring" })).toEqual({ ...nowhere, campaignId: "c" });
  expect(withinOf({ kind: "BRAND", id: "b", name: "" })).toEqual({ ...nowhere, brandId: "b" });
});

it("says what is still to be chosen", () => {
  expect(lacks(EVERYWHERE)).toBeUndefined();
  expect(lacks({ kind: "CAMPAIGN", id: "", name: "" })).toBe("Choose a campaign");
  expect(lacks({ kind: "CAMPAIGN", id: "c", name: "Spring" })).toBeUndefined();
});
