import { describe, expect, it } from "vitest";
import type { Json } from "@/lib/json.ts";
import { conditionsIn, contentOf, isChanged, isPreset, paramsOf } from "./content.ts";

const PARTS = {
  columns: ["full_name", "job_title", "email", "country"],
  sortable: ["full_name", "email"],
  quick: ["country", "archived"],
};
const FILTER = { v: 1, all: [{ field: "country", op: "is", value: "DE" }] };
const CONTENT: Json = {
  columns: ["full_name", "email"],
  sort: { field: "email", descending: true },
  search: "fleet",
  quick: { country: ["DE", "AT"] },
  filter: FILTER,
};
const p = (text: string) => new URLSearchParams(text);

describe("what a view keeps", () => {
  it("survives the way into the URL and back", () => {
    const params = paramsOf(CONTENT, PARTS);
    expect(params.get("cols")).toBe("full_name,email");
    expect(params.get("sort")).toBe("-email");
    expect(params.getAll("country")).toEqual(["DE", "AT"]);
    expect(contentOf(params, ["full_name", "email"], PARTS)).toEqual(CONTENT);
  });

  it("passes over columns, orders and filters that are gone, and leads with the first column", () => {
    const params = paramsOf(
      { columns: ["gone", "email"], sort: { field: "gone", descending: false }, quick: { gone: ["1"] } },
      PARTS,
    );
    expect([...params]).toEqual([["cols", "full_name,email"]]);
    expect([...paramsOf({ columns: ["gone"] }, PARTS)]).toEqual([]);
  });

  it("reads nothing out of what is no view", () => {
    for (const content of [null, 7, [], { columns: "email", sort: 1, search: 2, quick: ["country"] }] as Json[]) {
      expect([...paramsOf(content, PARTS)]).toEqual([]);
    }
  });

  it("is a preset when there are only columns", () => {
    expect(isPreset(contentOf(p(""), ["email"], PARTS))).toBe(true);
    expect(isPreset(contentOf(p("archived=only"), ["email"], PARTS))).toBe(false);
    expect(isPreset(contentOf(p("country=&sort=-&q="), ["email"], PARTS))).toBe(true);
  });
});

describe("the difference from the view", () => {
  const base = paramsOf(CONTENT, PARTS);

  it("is none while the URL names the view alone, or a record in the drawer", () => {
    expect(isChanged(base, p("view=1"), false, PARTS)).toBe(false);
    expect(isChanged(base, p("view=1&open=2&new=1"), false, PARTS)).toBe(false);
    expect(isChanged(base, p("view=1&sort=-email&country=DE&country=AT"), false, PARTS)).toBe(false);
  });

  it("is anything that is kept", () => {
    const different = ["sort=email", "q=", "country=DE", "country=", "cols=full_name", "filter=", "archived=only"];
    expect(different.filter((own) => !isChanged(base, p(own), false, PARTS))).toEqual([]);
  });

  it("is only columns for a preset, which goes over any conditions", () => {
    const preset = paramsOf({ columns: ["email"] }, PARTS);
    expect(isChanged(preset, p("country=DE&sort=email&q=x"), true, PARTS)).toBe(false);
    expect(isChanged(preset, p("cols=full_name,country"), true, PARTS)).toBe(true);
  });

  it("leaves the conditions when a preset is put over the list", () => {
    expect(conditionsIn(p("cols=a&q=x&view=1&country=DE&open=3&sort=email"), PARTS).toString()).toBe(
      "q=x&country=DE&sort=email",
    );
  });
});
