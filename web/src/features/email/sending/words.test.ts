import { expect, it } from "vitest";
import type { Recipient } from "./queries.ts";
import { outcomeWords, recipientName, stepsOf, toldSteps } from "./words.ts";

const AT = "2026-11-23T10:00:00Z";
const one = (values: Partial<Recipient>): Recipient => ({
  contactId: "c",
  contact: {
    id: "c",
    fullName: "Ada Vester",
    email: "ada@norhavn.example",
    erased: false,
    archived: false,
    jobTitle: null,
    accountId: null,
    accountName: null,
  },
  accountId: null,
  version: 1,
  variant: null,
  state: "PENDING",
  reason: null,
  reasonLabel: null,
  suppressionId: null,
  domain: null,
  messageId: null,
  sentAt: null,
  attempts: 0,
  settledBy: null,
  at: AT,
  responses: [],
  ...values,
});
const titles = (values: Partial<Recipient>) => stepsOf(one(values)).map(({ title }) => title);

it("says what happened, the latest first", () => {
  expect(titles({})).toEqual(["Waits for its turn", "Taken into audience version 1"]);
  expect(titles({ state: "SENT", sentAt: AT, version: 2 })).toEqual(["Handed over", "Taken into audience version 2"]);
  expect(titles({ state: "EXCLUDED", reason: "suppressed" })).toEqual(["Excluded", "Taken into audience version 1"]);
  expect(titles({ state: "UNKNOWN", sentAt: AT })).toHaveLength(3);
});

it("says why, and who found it", () => {
  const [latest] = stepsOf(one({ state: "EXCLUDED", reasonLabel: "Suppressed", settledBy: "sweep" }));
  expect(latest?.detail).toBe("Suppressed; found while it waited");
  const [sent] = stepsOf(one({ state: "SENT", sentAt: AT, attempts: 3 }));
  expect(sent?.detail).toBe("At the 3rd try");
  expect(outcomeWords(one({ state: "FAILED", reasonLabel: "Address refused" }))).toBe("Failed: Address refused");
});

it("says what was told of an email, and by whom", () => {
  const none = { at: AT, code: null, link: null, linkName: null, byProgram: null };
  expect(
    toldSteps([
      { ...none, kind: "CLICKED", link: 3 },
      { ...none, kind: "OPENED", byProgram: true },
      { ...none, kind: "BOUNCED_SOFT", code: "mailbox_full" },
    ]).map(({ title, detail }) => [title, detail]),
  ).toEqual([
    ["Clicked", "Link 3. Being judged, and taken for a person’s until then"],
    ["Opened by a program", ""],
    ["Bounced for now", "Mailbox full"],
  ]);
  expect(outcomeWords(one({ state: "SENT", responses: ["ACCEPTED", "DELIVERED", "OPENED"] }))).toBe(
    "Sent: Delivered, opened",
  );
  expect(outcomeWords(one({ state: "SENT", responses: ["ACCEPTED"] }))).toBe("Sent: Taken by the provider");
});

it("names nobody who may not be seen", () => {
  expect(recipientName(one({}))).toBe("Ada Vester");
  expect(recipientName(one({ contact: null }))).toBe("Erased, or not yours to see");
});
