import { describe, expect, it } from "vitest";
import { draftOf, dueOf, dueWords, groupOf } from "./due.ts";

/** A Wednesday, at noon where the test runs. */
const now = new Date(2026, 2, 4, 12, 0);
const at = (day: number, hour: number) => ({ dueAt: new Date(2026, 2, day, hour).toISOString() });

describe("when a task is due", () => {
  it("groups days and times as the viewer's calendar has them", () => {
    expect(groupOf({ dueOn: "2026-03-03" }, now)).toBe("overdue");
    expect(groupOf({ dueOn: "2026-03-04" }, now)).toBe("today");
    expect(groupOf({ dueOn: "2026-03-05" }, now)).toBe("later");
    expect(groupOf(at(4, 11), now)).toBe("overdue");
    expect(groupOf(at(4, 13), now)).toBe("today");
    expect(groupOf(at(5, 0), now)).toBe("later");
    expect(groupOf({}, now)).toBe("none");
  });

  it("is said in words where there are some", () => {
    expect(dueWords({ dueOn: "2026-03-03" }, now)).toBe("Yesterday");
    expect(dueWords({ dueOn: "2026-03-04" }, now)).toBe("Today");
    expect(dueWords(at(5, 9), now)).toBe("Tomorrow 09:00");
    expect(dueWords({ dueOn: "2026-03-20" }, now)).toMatch(/20/);
    expect(dueWords({ dueOn: "2027-03-20" }, now)).toMatch(/2027/);
    expect(dueWords({}, now)).toBe("");
  });

  it("goes into two inputs and comes back as it was", () => {
    const timed = at(5, 9);
    expect(draftOf(timed)).toEqual({ day: "2026-03-05", time: "09:00" });
    expect(dueOf(draftOf(timed))).toEqual({ dueOn: null, dueAt: timed.dueAt });
    expect(dueOf(draftOf({ dueOn: "2026-03-05" }))).toEqual({ dueOn: "2026-03-05", dueAt: null });
    expect(dueOf({ day: "", time: "09:00" })).toEqual({ dueOn: null, dueAt: null });
  });
});
