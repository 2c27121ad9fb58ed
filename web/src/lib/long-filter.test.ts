import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Json } from "./json.ts";

/** The modules as a page that was just loaded has them. */
async function load() {
  vi.resetModules();
  return { ...(await import("./filter-json.ts")), ...(await import("./long-filter.ts")) };
}

const emails = (count: number) => Array.from({ length: count }, (_, index) => `person${index}@example.com`);
const filter = (count: number): Json => ({ v: 1, all: [{ field: "email", op: "in", value: emails(count) }] });

beforeEach(() => sessionStorage.clear());

describe("a filter that is too long for a link", () => {
  it("is named in the URL and kept in the tab, also over a reload", async () => {
    const written = (await load()).formatFilter(filter(4000));
    expect(written).toMatch(/^kept:[0-9a-z]+$/);
    const after = await load();
    expect(after.parseFilter(written)).toEqual(filter(4000));
  });

  it("has the same name whatever the order of its keys, so that a saved view knows it", async () => {
    const { formatFilter } = await load();
    const turned = { all: [{ value: emails(4000), op: "in", field: "email" }], v: 1 };
    expect(formatFilter(turned)).toBe(formatFilter(filter(4000)));
  });

  it("of another tab stays what it is, so that nobody takes all records for those of the link", async () => {
    const { parseFilter, isKept } = await load();
    expect(parseFilter("kept:abc123")).toBe("kept:abc123");
    expect(isKept("kept:abc123")).toBe(true);
  });

  it("makes room for newer ones", async () => {
    const { formatFilter, keptText } = await load();
    const names = [4000, 4001, 4002, 4003, 4004].map((count) => formatFilter(filter(count)) ?? "");
    expect(names.map((name) => keptText(name) !== undefined)).toEqual([false, true, true, true, true]);
  });

  it("does not touch those that a link can hold", async () => {
    const { formatFilter } = await load();
    expect(formatFilter(filter(100))).toBe(JSON.stringify(filter(100)));
  });
});
