import { expect, it } from "vitest";
import { listHref, whichOf } from "./list-words.ts";

it("leads to the list whose members were meant, at the moment they were meant", () => {
  const of = (inLists: object) => listHref("/contacts", { archived: false, inLists: inLists as never });
  expect(of({ any: ["a"] })).toBe("/lists/a");
  expect(of({ any: ["a"], asOf: "2026-11-20T10:00:00Z" })).toBe("/lists/a?asOf=2026-11-20T10%3A00%3A00Z");
  expect(of({ any: ["a"], none: ["b"] }), "several at once have no address").toBeNull();
  expect(of({ none: ["b"] })).toBeNull();
  expect(listHref("/contacts", { archived: false, q: "ada" })).toBe("/contacts?q=ada");
  expect(whichOf({ archived: false, inLists: { all: ["a", "b"] } })).toBe("Members of lists");
});
