import { describe, expect, it } from "vitest";
import type { Consent } from "@/features/suppression/consents/queries.ts";
import { channelsOf, dayOf, momentOf, proofWords, saidWords, whyWords } from "./consent-words.ts";

const one = (of: Partial<Consent> = {}): Consent => ({
  id: "1",
  contactId: "c",
  personId: "c",
  contactLabel: "Ada Lovelace",
  contactEmail: "ada@example.com",
  accountName: null,
  country: "DE",
  channel: "EMAIL",
  standing: "CONSENT",
  standingLabel: "Consent",
  state: "COUNTS",
  givenAt: "2026-03-03T10:00:00Z",
  origin: "Web form",
  wording: "Yes, mail me",
  reference: null,
  url: null,
  ip: null,
  note: null,
  fileName: null,
  fileSize: null,
  recordedAt: "2026-03-03T10:00:00Z",
  recordedBy: "Maren Lindqvist",
  takenBackAt: null,
  takenBackBy: null,
  takenBackWhy: null,
  erased: false,
  ...of,
});

describe("what says how it stands", () => {
  const why = (of: Partial<Parameters<typeof whyWords>[0]>) =>
    whyWords({ why: "STATEMENT", countryName: null, statementId: null, ...of }, [one()]);

  it("is the statement, with where it comes from", () => {
    expect(why({ statementId: "1" })).toBe(saidWords(one()));
    expect(why({ statementId: "1" })).toContain("Web form");
    expect(why({ statementId: "gone" })).toBe("Recorded of this person");
  });

  it("is the record, or a rule", () => {
    expect(why({ why: "RECORD" })).toBe("As the contact's own fields say");
    expect(why({ why: "COUNTRY", countryName: "Germany" })).toBe("By the rule for Germany");
    expect(why({ why: "OTHER_COUNTRIES" })).toBe("By the rule for countries without one of their own");
  });
});

describe("proof", () => {
  it("names what there is to show", () => {
    expect(proofWords(one({ reference: "Form 17", ip: "192.0.2.1", fileName: "card.pdf" }))).toBe(
      "text, Form 17, IP address, card.pdf",
    );
  });

  it("is nothing where nobody could show anything", () => {
    expect(proofWords(one({ wording: null }))).toBe("");
  });
});

describe("moments", () => {
  const now = new Date(2026, 2, 5, 15, 0, 0);

  it("of today are now", () => {
    expect(dayOf(now)).toBe("2026-03-05");
    expect(momentOf("2026-03-05", now)).toBeNull();
    expect(momentOf("", now)).toBeNull();
  });

  it("of an earlier day lie within it", () => {
    expect(momentOf("2026-03-01", now)).toBe(new Date(2026, 2, 1, 12, 0, 0).toISOString());
  });
});

it("one word may mean both channels", () => {
  expect(channelsOf("BOTH")).toEqual(["EMAIL", "PHONE"]);
  expect(channelsOf("PHONE")).toEqual(["PHONE"]);
});
