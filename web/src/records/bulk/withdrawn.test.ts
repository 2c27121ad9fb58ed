import { describe, expect, it } from "vitest";
import { withdrawnOf, withWithdrawn } from "./withdrawn.ts";

const counted = { worked: 12, left: [] };
const nouns: [string, string] = ["contact", "contacts"];
const three = { matching: 4, outOfReach: 0, archived: 1 };

describe("those of a selection who withdrew", () => {
  it("are one more condition, beside those of the list or the records picked", () => {
    const email = { field: "email_consent", op: "equals", value: "withdrawn" };
    const phone = { ...email, field: "phone_consent" };
    expect(withdrawnOf({ entity: "CONTACT", ids: ["1"] }, "EMAIL")).toEqual({
      entity: "CONTACT",
      contacts: { ids: ["1"], archived: null, where: email },
    });
    const where = { field: "country", op: "equals", value: "NO" };
    expect(withdrawnOf({ entity: "CONTACT", contacts: { q: "a", where }, except: ["2"] }, "BOTH")).toEqual({
      entity: "CONTACT",
      contacts: { q: "a", where: { all: [where, { any: [email, phone] }] } },
      except: ["2"],
    });
  });

  it("are left alone by a legitimate interest, and not counted", () => {
    expect(withWithdrawn(counted, { basis: "LEGITIMATE_INTEREST", day: "" }, three, nouns)).toEqual({
      worked: 9,
      left: [{ count: 3, why: "3 contacts withdrew. They are left alone: only what they give themselves counts." }],
    });
  });

  it("are told of where what they gave may be newer", () => {
    const today = withWithdrawn(counted, { basis: "CONSENT", day: "" }, three, nouns);
    expect(today.worked).toBe(12);
    expect(today.left[0]?.why).toMatch(/given today, after that/);
    const then = withWithdrawn(counted, { basis: "CONTRACT", day: "2026-01-02" }, three, nouns);
    expect(then.left[0]?.why).toBe("3 contacts withdrew. Whoever did so after the day it was given on is left alone.");
  });

  it("are no word where nobody did", () => {
    const none = { matching: 1, outOfReach: 1, archived: 0 };
    expect(withWithdrawn(counted, { basis: "LEGITIMATE_INTEREST", day: "" }, none, nouns)).toBe(counted);
  });
});
