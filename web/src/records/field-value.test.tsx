import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { FieldValue, valueText } from "./field-value.tsx";
import { fromRaw, toRaw } from "./raw-value.ts";

describe("a field's value", () => {
  it("reads as its kind", () => {
    expect(valueText("country", "DK")).toBe("Denmark");
    expect(valueText("money", { amount: "1200000", currency: "EUR" })).toBe("€1,200,000");
    expect(valueText("bool", false)).toBe("No");
    expect(valueText("number", 1998)).toBe("1998");
    expect(valueText("number", 12846)).toBe("12,846");
    expect(valueText("choice", "catch_all")).toBe("Catch all");
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
