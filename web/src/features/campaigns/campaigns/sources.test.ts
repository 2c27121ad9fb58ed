import { expect, it } from "vitest";
import { kindWords, newSource, sourceInput, sourceKey, sourceName, sourcePath, withSources } from "./sources.ts";

const list = newSource("LIST", { id: "l", entity: "CONTACT", name: "Fleet" });
const FILTER = { v: 1, all: [{ field: "country", op: "is", value: "DK" }] };

it("is sent as exactly one of its kinds", () => {
  const asked = (input: object) =>
    Object.entries(input)
      .filter(([key, value]) => ["list", "segment", "domainSet", "filter", "campaign"].includes(key) && value !== null)
      .map(([key]) => key);
  expect(asked(sourceInput(list))).toEqual(["list"]);
  expect(asked(sourceInput(newSource("SEGMENT", { id: "s" })))).toEqual(["segment"]);
  expect(sourceInput(newSource("FILTER", { filter: FILTER, timeZone: "UTC" }))).toEqual({
    filter: FILTER,
    timeZone: "UTC",
    fuzzy: false,
  });
  expect(sourceInput(newSource("DOMAIN_SET", { id: "d", fuzzy: true }))).toEqual({ domainSet: "d", fuzzy: true });
  expect(sourceInput(newSource("CAMPAIGN", { id: "c" }))).toEqual({ campaign: "c", who: "EVERYBODY", fuzzy: false });
});

it("takes nobody in twice", () => {
  const again = newSource("LIST", { id: "l", name: "Fleet, renamed", sentence: "in the list" });
  expect(sourceKey(again)).toBe(sourceKey(list));
  expect(withSources([list], [again])).toEqual([list]);
  const other = newSource("LIST", { id: "m", name: "Vans" });
  expect(withSources([list], [other, other, again])).toEqual([list, other]);
  const turned = { all: FILTER.all, v: 1 };
  expect(sourceKey(newSource("FILTER", { filter: turned }))).toBe(sourceKey(newSource("FILTER", { filter: FILTER })));
});

it("says what it is", () => {
  expect(kindWords(list)).toBe("List of contacts");
  expect(kindWords({ ...list, entity: "ACCOUNT" })).toBe("List of accounts: their contacts");
  expect(kindWords(newSource("CAMPAIGN", { id: "c", who: "NOT_OPENED" }))).toBe(
    "Campaign: who was sent to and did not open",
  );
  expect(sourceName(newSource("FILTER", { filter: FILTER, sentence: "Country is Denmark" }))).toBe(
    "Country is Denmark",
  );
  expect(sourceName(newSource("DOMAIN_SET", { id: "d" }))).toBe("A domain set that you may not see");
});

it("leads to what it is made of", () => {
  expect(sourcePath(list)).toBe("/lists/l");
  expect(sourcePath(newSource("SEGMENT", { id: "s", entity: "ACCOUNT", name: "a" }))).toBe("/accounts/segments/s");
  expect(sourcePath(newSource("LIST", { id: "l" })), "one that may not be seen").toBeNull();
});
