import { describe, expect, it } from "vitest";
import { lineWords, placeOf, saidOf, validityLook } from "./phone-words.ts";

describe("what a phone says", () => {
  it("is nothing without a number", () => {
    expect(saidOf({}, "mobile_phone")).toBeNull();
  });

  it("is of the number asked for, and an unknown line is none", () => {
    const fields = {
      mobile_phone_validity: "possible",
      mobile_phone_line: "unknown",
      direct_phone_validity: "valid",
      direct_phone_line: "fixed_line",
      direct_phone_carrier: "Norhavn Tele",
    };
    expect(saidOf(fields, "mobile_phone")).toMatchObject({ validity: "possible", line: null, carrier: null });
    expect(saidOf(fields, "direct_phone")).toMatchObject({ line: "fixed_line", carrier: "Norhavn Tele" });
  });

  it("is of an account's main phone, too", () => {
    const fields = { main_phone_validity: "valid", main_phone_line: "fixed_line" };
    expect(saidOf(fields, "main_phone")).toMatchObject({ validity: "valid", line: "fixed_line", lookedUpAt: null });
    const asked = { ...fields, main_phone_carrier: "Norhavn Tele", main_phone_carrier_line: "voip" };
    expect(saidOf(asked, "main_phone")).toMatchObject({ carrier: "Norhavn Tele", carrierLine: "voip" });
  });

  it("has words for what a newer server says", () => {
    expect(lineWords("toll_free")).toBe("Toll free");
    expect(lineWords("satellite_line")).toBe("Satellite line");
    expect(validityLook("doubtful").tone).toBe("neutral");
  });
});

describe("placeOf", () => {
  it("says the country and the time zone as far as the prefix tells them", () => {
    expect(placeOf({ countryName: "Germany", timeZone: "Europe/Berlin" })).toBe("Germany, Berlin time");
    expect(placeOf({ countryName: "United States", timeZone: "America/New_York" })).toBe(
      "United States, New York time",
    );
    expect(placeOf({ countryName: "Canada", timeZone: null })).toBe("Canada");
    expect(placeOf({ countryName: null, timeZone: null })).toBe("");
    expect(placeOf(undefined)).toBe("");
  });
});
