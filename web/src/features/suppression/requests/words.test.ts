import { describe, expect, it } from "vitest";
import { dueWords, holdingWords, openWords, waitWords } from "./words.ts";

const now = new Date("2026-03-10T12:00:00Z");
const due = (dueAt: string) => dueWords({ dueAt, settledAt: null, state: "OPEN" }, now);
const nothing = {
  contacts: 0,
  events: 0,
  consents: 0,
  suppressions: 0,
  tasks: 0,
  notes: 0,
  imports: 0,
  exports: 0,
  importRows: 0,
};

describe("how a request stands to its deadline", () => {
  it("counts the days that are left", () => {
    expect(due("2026-03-16T13:00:00Z")).toBe("due in 6 days");
    expect(due("2026-03-11T13:00:00Z")).toBe("due in 1 day");
    expect(due("2026-03-10T18:00:00Z")).toBe("due within a day");
  });

  it("counts the days that it is late", () => {
    expect(due("2026-03-10T11:00:00Z")).toBe("overdue since today");
    expect(due("2026-03-07T11:00:00Z")).toBe("3 days overdue");
  });

  it("says when it was settled", () => {
    const answered = { dueAt: "2026-03-07T11:00:00Z", settledAt: "2026-03-05T11:00:00Z", state: "ANSWERED" } as const;
    expect(dueWords(answered, now)).toContain("answered ");
  });
});

describe("requests that are open", () => {
  const open = (kind: "ACCESS" | "ERASURE", dueAt: string) =>
    ({ kind, dueAt, settledAt: null, state: "OPEN" }) as const;

  it("are told with the first deadline", () => {
    expect(openWords([open("ERASURE", "2026-03-16T13:00:00Z")], now)).toBe("Request for erasure, due in 6 days");
    const two = [open("ACCESS", "2026-03-07T11:00:00Z"), open("ERASURE", "2026-03-16T13:00:00Z")];
    expect(openWords(two, now)).toBe("2 requests are open, the first 3 days overdue");
  });
});

describe("what is held about a person", () => {
  it("is told place by place, without those where there is nothing", () => {
    expect(holdingWords({ ...nothing, contacts: 3, consents: 2, events: 14 })).toBe(
      "3 contacts, 2 consents, 14 events",
    );
  });

  it("is nothing where nothing is held", () => {
    expect(holdingWords({ ...nothing, importRows: 2 })).toBe("2 rows of uploaded files");
    expect(holdingWords(nothing)).toBeNull();
  });
});

describe("what an answer waits for", () => {
  it("names every cause", () => {
    expect(
      waitWords(["the import July is still reading its file", "the erasure of a contact is still under way"]),
    ).toBe(
      "It waits for as long as it takes: the import July is still reading its file; the erasure of a contact is still under way.",
    );
  });

  it("does not end twice", () => {
    expect(waitWords(["A legal hold stands over this person."])).toBe(
      "It waits for as long as it takes: A legal hold stands over this person.",
    );
  });

  it("says what is always so where nothing is known", () => {
    expect(waitWords([])).toBe("Files that hold the person are waited for.");
  });
});
