import { describe, expect, it } from "vitest";
import { inputOf, joined, moved, type Order, orderWords, sameDraft, split } from "./order.ts";

const ORDER: Order = [["PERSON"], ["AUTOMATION"], ["IMPORT"]];

describe("an order of sources", () => {
  it("moves a place, and never beyond its ends", () => {
    expect(moved(ORDER, 2, -1)).toEqual([["PERSON"], ["IMPORT"], ["AUTOMATION"]]);
    expect(moved(ORDER, 0, -1)).toEqual(ORDER);
    expect(moved(ORDER, 2, 1)).toEqual(ORDER);
  });

  it("makes equals of two places, and tells them apart again", () => {
    const equal = joined(ORDER, 2);
    expect(equal).toEqual([["PERSON"], ["AUTOMATION", "IMPORT"]]);
    expect(split(equal, 1, "IMPORT")).toEqual(ORDER);
    expect(joined(ORDER, 0)).toEqual(ORDER);
    expect(split(ORDER, 0, "PERSON")).toEqual(ORDER);
  });

  it("reads as a sentence", () => {
    const labels = new Map([
      ["PERSON" as const, "People"],
      ["IMPORT" as const, "Imports"],
    ]);
    expect(orderWords([["PERSON"], ["IMPORT"]], labels)).toBe("People, then Imports");
    expect(orderWords([["PERSON", "IMPORT"]], labels)).toBe("The newest value, whoever it comes from");
  });

  it("is the same rules in whatever order fields were added", () => {
    const city = { field: "city", label: "City", order: ORDER };
    const title = { field: "job_title", label: "Job title", order: ORDER };
    const one = { everywhere: ORDER, fields: [city, title] };
    expect(sameDraft(one, { everywhere: ORDER, fields: [title, city] })).toBe(true);
    expect(sameDraft(one, { everywhere: ORDER, fields: [city] })).toBe(false);
    expect(inputOf("CONTACT", one).fields?.[0]).toEqual({ field: "city", order: ORDER });
  });
});
