import { describe, expect, it } from "vitest";
import { bothFilters, formatFilter, isFilterNode, parseFilter } from "./filter-json.ts";
import type { Json } from "./json.ts";
import { conditionsOf } from "./use-list-state.ts";

const city: Json = { field: "city", op: "equals", value: "Bonn" };

describe("the filter in the URL", () => {
  it("survives the way there and back", () => {
    const filter: Json = { v: 1, all: [city, { not: { any: [city] } }] };
    expect(parseFilter(formatFilter(filter))).toEqual(filter);
  });

  it("is absent when it leaves nothing out", () => {
    for (const everything of [null, {}, { v: 1 }, { v: 1, all: [] }, { any: [] }] as Json[]) {
      expect(formatFilter(everything)).toBeNull();
    }
    for (const text of [null, "", " ", "{}", '{"v":1,"all":[]}']) expect(parseFilter(text)).toBeNull();
  });

  it("stays text where it is no JSON, so that the server can refuse it", () => {
    expect(parseFilter("{broken")).toBe("{broken");
    expect(parseFilter('{"v":2,"all":[]}')).toEqual({ v: 2, all: [] });
  });

  it("is told from other JSON by its shape", () => {
    expect(isFilterNode({ any: [city, { not: city }] })).toBe(true);
    expect(isFilterNode({ contacts: { at_least: 2, filter: city } })).toBe(true);
    expect(isFilterNode({ not: { engagement: { did: "sent" } } })).toBe(true);
    for (const other of [
      null,
      "x",
      [],
      { all: {} },
      { not: null },
      { field: "city" },
      { all: [1] },
      { contacts: [] },
      { engagement: "sent" },
    ] as Json[]) {
      expect(isFilterNode(other)).toBe(false);
    }
  });
});

describe("old links", () => {
  const old = { country: { field: "country", op: "in" }, title: { field: "job_title", op: "contains" } } as const;
  const read = (query: string) => conditionsOf(new URLSearchParams(query), old);

  it("are read as conditions", () => {
    expect(read("country=DE&country=AT&title=head&q=x")).toEqual([
      { field: "country", op: "in", value: ["DE", "AT"] },
      { field: "job_title", op: "contains", value: "head" },
    ]);
    expect(read("country=&open=1")).toEqual([]);
  });

  it("come behind the conditions of the filter", () => {
    const more = read("country=DE");
    expect(bothFilters(null, more)).toEqual({ v: 1, all: more });
    expect(bothFilters({ v: 1, all: [city] }, more)).toEqual({ v: 1, all: [city, ...more] });
    expect(bothFilters({ v: 1, any: [city] }, more)).toEqual({ v: 1, all: [{ any: [city] }, ...more] });
    expect(bothFilters({ v: 1, any: [city] }, [])).toEqual({ v: 1, any: [city] });
    expect(bothFilters("{broken", more)).toBe("{broken");
  });
});
