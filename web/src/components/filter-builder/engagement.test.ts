import { describe, expect, it } from "vitest";
import type { EngagementAsked } from "@/lib/filter-json.ts";
import type { Json } from "@/lib/json.ts";
import { DEEDS, engagementWords, newEngagement, windowOf, withDeed, withWindow } from "./engagement.ts";
import { add, emptyGroup, engagementsIn, fromJson, toJson } from "./tree.ts";

const words = (asked: EngagementAsked, not = false) => engagementWords({ asked, not });

describe("what happened, in the builder", () => {
  it("survives the way into the tree and back, and keeps what it cannot show", () => {
    const campaign = ["01890000-0000-7000-8000-000000000001"];
    const opened = { engagement: { did: "opened", campaign, at_most: 3, machines: true } };
    const filter = { v: 1, all: [opened, { not: { engagement: { did: "sent", within_days: 90 } } }] } as Json;
    const tree = fromJson(filter) ?? emptyGroup();
    expect(toJson(tree, () => true).json).toEqual(filter);
    expect(engagementsIn(tree).map(({ not }) => not)).toEqual([false, true]);
  });

  it("finds the node that a mistake in one of its parts is about", () => {
    const tree = fromJson({ all: [{ not: { engagement: { did: "sent", at_least: "x" } } }] } as Json) ?? emptyGroup();
    const { paths } = toJson(tree, () => true);
    const [id] = tree.children.map((child) => child.id);
    for (const path of ["all[0]", "all[0].not", "all[0].not.engagement", "all[0].not.engagement.at_least"]) {
      expect(paths.get(path)).toBe(id);
    }
  });

  it("begins with the question that is asked most", () => {
    const tree = emptyGroup();
    const { json } = toJson(add(tree, tree.id, newEngagement("sent")), () => true);
    expect(json).toEqual({ v: 1, all: [{ engagement: { did: "sent", at_least: 1, within_days: 90 } }] });
  });

  it("has one window at a time", () => {
    const asked = { did: "sent", at_least: 2, within_days: 30 };
    expect(windowOf(asked)).toBe("days");
    const dates = withWindow(asked, "dates");
    expect(dates).toEqual({ did: "sent", at_least: 2, from: { daysAgo: 90 }, to: "today" });
    expect(windowOf(dates)).toBe("dates");
    expect(windowOf({ did: "sent", to: "today" })).toBe("dates");
    expect(withWindow(dates, "ever")).toEqual({ did: "sent", at_least: 2 });
    expect(windowOf(withWindow(dates, "days"))).toBe("days");
  });

  it("asks for programs only where a program can have done it", () => {
    const opened = { did: "opened", machines: true };
    expect(withDeed(opened, "clicked")).toEqual({ did: "clicked", machines: true });
    expect(withDeed(opened, "sent")).toEqual({ did: "sent" });
  });

  it("says it in a few words", () => {
    expect(words({ did: "sent", at_least: 1, within_days: 90 })).toBe("Was emailed in the last 90 days");
    expect(words({ did: "sent", within_days: 90 }, true)).toBe("Was not emailed in the last 90 days");
    expect(words({ did: "opened", at_least: 3 })).toBe("Opened an email at least 3 times");
    expect(words({ did: "opened", at_least: 3 }, true)).toBe("not: opened an email at least 3 times");
    expect(words({ did: "called", at_most: 1, within_days: 1 })).toBe("Was called at most once in the last 1 day");
    expect(words({ did: "called", at_least: 2, at_most: 4 })).toBe("Was called 2 to 4 times");
    expect(words({ did: "replied", campaign: ["a", "b"] })).toBe("Replied in 2 campaigns");
    expect(words({ did: "sent", from: { daysAgo: 7 }, to: "today" })).toBe("Was emailed from 7 days ago to today");
    expect(words({ did: "sent", to: "today" })).toBe("Was emailed until today");
    for (const { did, label, denied } of DEEDS) {
      expect([words({ did }), words({ did }, true)]).toEqual([label, denied]);
    }
  });
});
