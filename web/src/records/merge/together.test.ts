import { describe, expect, it } from "vitest";
import { differs, fullest, giverOf, leaderOf, rowsOf, whyNotMerge } from "./together.ts";

describe("fields side by side", () => {
  it("are chosen together where they only mean something together", () => {
    expect(leaderOf("CONTACT", "city")).toBe("address_street");
    expect(leaderOf("CONTACT", "job_title")).toBe("job_title");
    expect(leaderOf("ACCOUNT", "hq_city")).toBe("hq_street");
  });

  it("stand once each, those that differ marked", () => {
    const a = { full_name: "Ada", city: "Ribe", tags: ["x"] };
    const b = { full_name: "Ada", city: "Skagen", job_title: "CTO", tags: ["x"] };
    expect(rowsOf([a, b], ["full_name", "job_title", "city", "tags", "email"])).toEqual([
      "full_name",
      "job_title",
      "city",
      "tags",
    ]);
    expect(differs([a, b], "city")).toBe(true);
    expect(differs([a, b], "tags")).toBe(false);
    expect(differs([a, b], "job_title")).toBe(true);
  });

  it("take a value from the one that stays, else from the first of the others that has one", () => {
    const sides = [
      { id: "a", fields: { city: "Ribe" } },
      { id: "b", fields: { city: "Skagen", job_title: "CTO" } },
      { id: "c", fields: { job_title: "CEO", email: "c@x.test", city: null } },
    ];
    expect(giverOf(sides, "b", "city")).toBe("b");
    expect(giverOf(sides, "a", "job_title")).toBe("b");
    expect(giverOf(sides, "c", "city")).toBe("a");
    expect(giverOf(sides, "c", "state")).toBe("c");
    expect(fullest(sides)).toBe("b");
    expect(fullest([])).toBeNull();
    expect(
      differs(
        sides.map(({ fields }) => fields),
        "email",
      ),
    ).toBe(true);
  });

  it("are two to fifty, picked by hand, and none of them archived", () => {
    const why = (patch: object) => whyNotMerge("contacts", { matching: false, count: 2, archived: false, ...patch });
    expect(why({})).toBeUndefined();
    expect(why({ count: 50 })).toBeUndefined();
    expect(why({ count: 1 })).toContain("two or more contacts");
    expect(why({ count: 51 })).toContain("Up to 50 contacts");
    expect(why({ matching: true, count: 2 })).toContain("under Duplicates");
    expect(why({ archived: true })).toContain("Restore them first");
  });
});
