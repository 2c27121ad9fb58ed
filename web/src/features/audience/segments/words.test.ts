import { describe, expect, it } from "vitest";
import {
  builderPath,
  causeWords,
  dayOf,
  endOf,
  listPath,
  membersPath,
  memberWords,
  startOf,
  tagsOf,
  within,
} from "./words.ts";

const city = { v: 1, all: [{ field: "city", op: "equals", value: "Bonn" }] };

describe("addresses", () => {
  it("carry the filter, or name the segment whose definition it is", () => {
    expect(builderPath("CONTACT", {})).toBe("/contacts/audience");
    expect(builderPath("ACCOUNT", { segment: "s1" })).toBe("/accounts/audience?segment=s1");
    const to = new URL(builderPath("CONTACT", { filter: city }), "http://here");
    expect(JSON.parse(to.searchParams.get("filter") ?? "")).toEqual(city);
  });

  it("lead to a part of them, in one group where that can be", () => {
    const part = { all: [{ field: "email_status", op: "equals", value: "none" }] };
    expect(within(null, part)).toEqual({ v: 1, ...part });
    expect(within(city, part)).toEqual({ v: 1, all: [...city.all, ...part.all] });
    const either = { any: city.all };
    expect(within({ v: 1, ...either }, part)).toEqual({ v: 1, all: [either, ...part.all] });
  });

  it("lead to the records themselves", () => {
    expect(listPath("ACCOUNT", null)).toBe("/accounts");
    const to = new URL(membersPath({ entity: "CONTACT", id: "s1" }), "http://here");
    expect(to.pathname).toBe("/contacts");
    expect(JSON.parse(to.searchParams.get("filter") ?? "")).toMatchObject({
      all: [{ field: "segments", op: "any_of", value: ["s1"] }],
    });
  });
});

describe("what is typed", () => {
  it("is tags, each once and without the space around them", () => {
    expect(tagsOf(" emea, fleet;emea,, two words ")).toEqual(["emea", "fleet", "two words"]);
    expect(tagsOf("  ")).toEqual([]);
  });

  it("is a whole day of the viewer's, or no day at all", () => {
    expect(dayOf(new Date(2026, 2, 9, 23, 59))).toBe("2026-03-09");
    expect(startOf("2026-03-09")).toBe(new Date(2026, 2, 9).toISOString());
    expect(new Date(endOf("2026-03-09") ?? "").getTime()).toBe(new Date(2026, 2, 10).getTime() - 1);
    for (const wrong of ["", "yesterday", "2026-13-40"]) {
      expect(startOf(wrong)).toBeNull();
      expect(endOf(wrong)).toBeNull();
    }
  });
});

describe("members", () => {
  const member = { recordId: "r", enteredAt: "2026-01-01T00:00:00Z", leftAt: null, contact: null, account: null };
  it("are called by what is known of them, and what may not be seen says only that", () => {
    const ada = { fullName: "Ada", email: null, erased: false, jobTitle: "VP", accountName: "Baltica" };
    expect(memberWords({ ...member, contact: ada })).toEqual({ name: "Ada", detail: "VP, Baltica" });
    expect(memberWords({ ...member, contact: { ...ada, erased: true } }).name).toBe("Erased contact");
    expect(memberWords(member).name).toBe("A record you may not see");
  });

  it("come and go for a reason, even one that is not known here yet", () => {
    const because = (cause: string) => ({ cause, conditions: [] });
    expect(causeWords(because("time"), "out")).toContain("Time");
    expect(causeWords(because("something new"), "in")).toBe("Its values changed");
  });
});
