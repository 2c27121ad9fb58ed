import { describe, expect, it } from "vitest";
import { RefusedError } from "@/lib/api-error.ts";
import { collisionsOf, isCollision, resolved } from "./conflicts.ts";

const meanwhile = (...fields: string[]) =>
  new RefusedError(fields.map((field) => ({ code: "CHANGED_MEANWHILE", field, message: "" })));
const before = { city: "Odense", job_title: "Planner" };
const mine = { city: "Aarhus", job_title: "Buyer", country: "DK" };
const now = { city: "Ribe", job_title: "Planner" };

describe("two people on one record", () => {
  it("collide in the fields both wrote, and in no other", () => {
    const found = collisionsOf(meanwhile("city"), before, mine, now);
    expect(found).toEqual([{ field: "city", original: "Odense", mine: "Aarhus", current: "Ribe" }]);
    expect(isCollision(meanwhile("city"))).toBe(true);
    expect(isCollision(new RefusedError([{ code: "email_syntax", field: "email", message: "" }]))).toBe(false);
  });

  it("what is chosen is saved with what merges by itself", () => {
    const found = collisionsOf(meanwhile("city"), before, mine, now);
    expect(resolved(mine, found, { city: "mine" })).toEqual(mine);
    expect(resolved(mine, found, { city: "current" })).toEqual({ job_title: "Buyer", country: "DK" });
    expect(resolved(mine, found, { city: "original" })).toEqual({ ...mine, city: "Odense" });
    expect(resolved({ city: "Aarhus" }, found, { city: "current" })).toEqual({});
  });
});
