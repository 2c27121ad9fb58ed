import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { fieldText, FieldValue, valueText } from "./field-value.tsx";
import { fromRaw, toRaw } from "./raw-value.ts";

describe("a field's value", () => {
  it("reads as its kind", () => {
    expect(valueText("country", "DK")).toBe("Denmark");
    expect(valueText("money", { amount: "1200000", currency: "EUR" })).toBe("€1,200,000");
    expect(valueText("bool", false)).toBe("No");
    expect(valueText("number", 12846)).toBe("12,846");
    expect(valueText("choice", "catch_all")).toBe("Catch all");
  });

  it("counts numbers, and not years", () => {
    expect(fieldText({ key: "staff_count", kind: "Number" }, 1998)).toBe("1,998");
    expect(fieldText({ key: "year_founded", kind: "Number" }, 1998)).toBe("1998");
    expect(fieldText({ key: "custom.fiscal_year", kind: "Number", custom: true }, 2026)).toBe("2026");
    expect(fieldText({ key: "custom.yearly_visits", kind: "Number", custom: true }, 2026)).toBe("2,026");
    expect(fieldText({ key: "custom.visits_a_year", kind: "Number", custom: true }, 12846)).toBe("12,846");
  });

  it("shows a day that was given without a time as that day, everywhere", () => {
    expect(valueText("datetime", "2024-03-01T00:00:00Z")).toBe("Mar 1, 2024");
    expect(valueText("datetime", "2024-03-01T09:30:00Z")).toMatch(/\d\d:30$/);
  });

  it("groups the bare number of a machine, and leaves what somebody wrote", () => {
    expect(valueText("phone", "+14155550132")).toBe("+1 415 555 0132");
    expect(valueText("phone", "+491713920007")).toBe("+49 171 392 0007");
    expect(valueText("phone", "+35312345678")).toBe("+353 123 456 78");
    expect(valueText("phone", "(213) 555-0161")).toBe("(213) 555-0161");
  });

  it("does not shout the name of a state", () => {
    expect(valueText("state", "NOUVELLE-AQUITAINE")).toBe("Nouvelle-Aquitaine");
    expect(valueText("state", "CA")).toBe("CA");
  });

  it("links web addresses and nothing else", () => {
    render(<FieldValue definition={{ kind: "Url" }} value="https://www.example.com/a" />);
    expect(screen.getByRole("link", { name: "example.com/a" })).toHaveAttribute("href", "https://www.example.com/a");
    render(<FieldValue definition={{ kind: "URL" }} value="javascript:alert(1)" />);
    expect(screen.getAllByRole("link")).toHaveLength(1);
  });

  it("becomes text for the editor and null when emptied", () => {
    expect(toRaw(["SAP TM", "Project44"])).toBe("SAP TM; Project44");
    expect(toRaw({ amount: "12", currency: "USD" })).toBe("USD 12");
    expect(fromRaw("  ")).toBeNull();
    expect(fromRaw(" x ")).toBe("x");
  });
});
