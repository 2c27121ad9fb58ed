import { describe, expect, it } from "vitest";
import { formOf, inputOf, termsLines } from "./terms.ts";

const form = formOf(null);

describe("default terms", () => {
  it("are sent as numbers, and what is empty as nothing", () => {
    const sent = inputOf({ ...form, pacingLeads: "100", price: "37,50", currency: "eur", lookBackDays: "" }, "c", 2);
    expect(sent).toEqual({
      input: {
        id: "c",
        seen: 2,
        pacingLeads: 100,
        pacingPer: "MONTH",
        price: "37.50",
        currency: "EUR",
        capPerCompany: null,
        overDelivery: "REFUSE",
        duplicatesWithin: "ORDER",
        lookBackDays: null,
        returnWindowDays: 14,
      },
    });
  });

  it("say of each field what is wrong with it", () => {
    const wrong = { ...form, pacingLeads: "0", price: "cheap", capPerCompany: "-1", returnWindowDays: "" };
    expect(inputOf(wrong, "c", 0)).toEqual({
      errors: {
        pacingLeads: expect.stringContaining("whole number"),
        price: expect.stringContaining("37.50"),
        capPerCompany: expect.stringContaining("whole number"),
        returnWindowDays: expect.stringContaining("days"),
      },
    });
  });

  it("are read in words", () => {
    const terms = {
      pacingLeads: 1,
      pacingPer: "WEEK" as const,
      price: null,
      currency: null,
      capPerCompany: null,
      overDelivery: "HOLD" as const,
      duplicatesWithin: "CLIENT" as const,
      lookBackDays: null,
      returnWindowDays: 0,
    };
    expect(Object.fromEntries(termsLines(terms))).toMatchObject({
      Pacing: "1 lead a week",
      "Price per lead": "None",
      Duplicates: "Within all orders of the client, however far back",
      Returns: "Leads cannot be returned",
    });
  });
});
