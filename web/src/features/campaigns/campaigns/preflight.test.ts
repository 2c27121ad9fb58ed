import { expect, it } from "vitest";
import { faultsOf, mendings } from "./preflight.ts";
import type { PreflightItem } from "./check-queries.ts";
import type { Campaign } from "./queries.ts";

const campaign = {
  id: "c",
  content: {
    senderId: "s",
    variants: [
      { key: "A", templateId: "one" },
      { key: "B", templateId: "two" },
    ],
  },
} as unknown as Campaign;
const item = (values: Partial<PreflightItem>): PreflightItem => ({
  code: "AUDIENCE_EMPTY",
  level: "FAULT",
  message: "Nobody is in it.",
  step: "audience",
  detail: null,
  ...values,
});
const places = (values: Partial<PreflightItem>) => mendings(campaign, item(values)).map(({ to }) => to);

it("leads to the step where it is mended", () => {
  expect(places({})).toEqual(["/campaigns/c/edit/audience"]);
  expect(places({ code: "ENDS_TOO_EARLY", step: "schedule" })).toEqual(["/campaigns/c/edit/schedule"]);
  expect(places({ code: "SEED_TEST_MISSING", step: "review" }), "on this very page").toEqual([]);
  expect(places({ step: "elsewhere" })).toEqual([]);
});

it("leads to the sender and to the template of the variant", () => {
  expect(places({ code: "SENDER_FAILING", step: "content" })[0]).toBe("/campaigns/senders/s");
  expect(places({ code: "ACCOUNT_UNKNOWN", step: "content" })[0]).toBe("/campaigns/senders/s");
  expect(places({ code: "TEMPLATE_NOT_APPROVED", step: "content", detail: { variant: "B" } })[0]).toBe(
    "/campaigns/templates/two",
  );
  expect(places({ code: "UNSUBSCRIBE_MISSING", step: "content" })[0]).toBe("/campaigns/templates/one");
  expect(places({ code: "SENDER_GONE", step: "content" })).toEqual(["/campaigns/c/edit/content"]);
});

it("leads to the step alone where nothing is said yet", () => {
  const bare = { ...campaign, content: null } as Campaign;
  expect(mendings(bare, item({ code: "TEMPLATE_NOT_APPROVED", step: "content" }))).toHaveLength(1);
});

it("tells faults from what should only be looked at", () => {
  expect(faultsOf([item({}), item({ level: "WARNING" })])).toHaveLength(1);
});
