import { describe, expect, it } from "vitest";
import {
  mergedRestriction,
  ofRestricted,
  restrictedTo,
  restrictedWords,
  restrictionText,
  restrictionWords,
} from "./restriction.ts";

describe("whom a record may be used for", () => {
  it("is said with the client's name, where that may be seen", () => {
    const norhavn = restrictedTo({ value: "1", label: "Norhavn" });
    expect(restrictionWords(norhavn)).toBe("Supplied by Norhavn, for their use only");
    expect(restrictionText(norhavn)).toBe("Norhavn");
    const hidden = { clientRestrictionId: "1", clientRestrictionName: null };
    expect(restrictionWords(hidden)).toBe("Supplied by a client, for their use only");
    expect(restrictionText(hidden)).toBe("A client");
    expect(restrictionWords(restrictedTo(null))).toBe("");
    expect(restrictionWords({})).toBe("");
  });

  it("stays as the record has it into which others are merged, and a merge does not widen it", () => {
    expect(mergedRestriction(null, [null])).toEqual({ refused: null, told: null });
    expect(mergedRestriction("1", ["1"])).toEqual({ refused: null, told: null });
    expect(mergedRestriction("1", [null, "1"]).told).toMatch(/^The record that stays was supplied by a client/);
    expect(mergedRestriction(null, ["1"]).refused).toMatch(/^A client supplied one of these/);
    expect(mergedRestriction("1", ["2"]).refused).toMatch(/^Different clients/);
  });

  it("is one more condition of a list, beside those it has", () => {
    const only = { field: "client_restriction", op: "has_value" };
    expect(ofRestricted({ archived: false })).toEqual({ archived: false, where: only });
    const country = { field: "country", op: "equals", value: "DK" };
    expect(ofRestricted({ where: country })).toEqual({ where: { all: [country, only] } });
  });

  it("is counted in words", () => {
    const nouns = { noun: "contact", nouns: "contacts" };
    expect(restrictedWords(1, nouns)).toBe("1 contact of this list was supplied by a client for its own use only.");
    expect(restrictedWords(12, nouns)).toBe(
      "12 contacts of this list were supplied by clients for their own use only.",
    );
  });
});
