import { describe, expect, it } from "vitest";
import type { Report } from "./queries.ts";
import {
  contactsHref,
  pastedLines,
  progressWords,
  rateWords,
  reportHeadline,
  reportParts,
  resemblesWords,
  wayWords,
} from "./words.ts";

const report = (of: Partial<Report> = {}): Report => ({
  items: 100,
  exact: 60,
  confirmed: 10,
  fuzzy: 5,
  unknown: 25,
  pending: 0,
  matchRate: 0.7,
  accounts: 68,
  stubs: 0,
  lookalikes: 0,
  ...of,
});

const sum = (of: Report, ways?: Parameters<typeof reportParts>[1]) =>
  reportParts(of, ways).reduce((total, { value }) => total + value, 0);

describe("the report", () => {
  it("adds up to the domains, however it is parted", () => {
    expect(sum(report())).toBe(100);
    expect(sum(report(), { domain: 50, alternate: 10, fuzzy: 8, manual: 2 })).toBe(100);
    expect(sum(report({ exact: 20, pending: 40 }))).toBe(100);
  });

  it("is not parted by ways that were counted at another moment", () => {
    const ids = (ways: Parameters<typeof reportParts>[1]) => reportParts(report(), ways).map(({ id }) => id);
    expect(ids({ domain: 50, alternate: 10, fuzzy: 8, manual: 2 })).toContain("alternate");
    expect(ids({ domain: 55, alternate: 10, fuzzy: 8, manual: 2 })).toEqual([
      "exact",
      "confirmed",
      "review",
      "unknown",
    ]);
  });

  it("opens what a number counts", () => {
    const parts = reportParts(report(), { domain: 50, alternate: 10, fuzzy: 8, manual: 2 });
    expect(parts.find(({ id }) => id === "fuzzy")).toMatchObject({ status: "MATCHED", via: "FUZZY" });
    expect(parts.find(({ id }) => id === "review")).toMatchObject({ status: "FUZZY" });
  });

  it("says what it came to", () => {
    expect(reportHeadline(report())).toBe("70 % of 100 domains are accounts you know");
    expect(reportHeadline(report({ exact: 0, confirmed: 0, matchRate: 0 }))).toBe(
      "None of 100 domains is an account you know",
    );
    expect(reportHeadline(report({ items: 1, exact: 1, confirmed: 0, matchRate: 1 }))).toBe(
      "100 % of 1 domain is an account you know",
    );
    expect(reportHeadline(report({ items: 0 }))).toBe("No domain was found in it");
  });

  it("never says all or nothing where that is not so", () => {
    expect([0, 0.001, 0.5, 0.999, 1].map(rateWords)).toEqual(["0 %", "< 1 %", "50 %", "> 99 %", "100 %"]);
  });
});

it("says how a domain came to its account", () => {
  expect(wayWords({ via: "ALTERNATE", likeness: null, judgedAt: null })).toBe("By alternate domain");
  expect(wayWords({ via: "FUZZY", likeness: "name", judgedAt: null })).toBe("Fuzzy by name");
  expect(wayWords({ via: "FUZZY", likeness: "domain", judgedAt: "2026-11-01T10:00:00Z" })).toBe(
    "Fuzzy by domain, confirmed",
  );
  expect(wayWords({ via: null, likeness: null, judgedAt: null })).toBe("");
});

it("warns of domains that only look like others", () => {
  expect(resemblesWords("mixed_scripts")).toMatch(/several alphabets/);
  expect(resemblesWords(null)).toBeNull();
});

it("counts what the phase counts", () => {
  const none = { rate: null, etaSeconds: null };
  expect(progressWords({ ...none, done: 3000, total: null, phase: "Reading lines" })).toBe("3,000 lines");
  expect(
    progressWords({ done: 5000, total: 200_000, phase: "Comparing with accounts", rate: 41_000, etaSeconds: 5 }),
  ).toBe("5,000 of 200,000 accounts, 41,000 accounts a second, 5 s left");
  expect(progressWords({ ...none, done: 1, total: 100, phase: null })).toBe("1 of 100 domains");
});

it("counts pasted lines that hold something", () => {
  expect(pastedLines("a.com\r\n\n  \nb.com\rc.com")).toBe(3);
});

it("leads to the list of contacts, narrowed alike", () => {
  const filter = { title: "head", seniority: ["VP"], department: [], withEmail: true, fuzzy: false };
  const at = new URL(contactsHref("s1", filter), "http://localhost");
  expect(at.pathname).toBe("/contacts");
  expect(JSON.parse(at.searchParams.get("filter") ?? "")).toEqual({
    v: 1,
    all: [
      { field: "domain_sets", op: "any_of", value: ["s1"] },
      { field: "job_title", op: "contains", value: "head" },
      { field: "seniority_level", op: "in", value: ["VP"] },
      { field: "email", op: "has_value" },
    ],
  });
});
