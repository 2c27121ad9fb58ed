import { expect, it } from "vitest";
import { signature, withNewest } from "./recognised.ts";

const columns = (...headers: string[]) => headers.map((header) => ({ header }));

it("a header row is the same in any order and case, and no other", () => {
  expect(signature(columns("Email", "First name"))).toBe(signature(columns("first name ", "EMAIL")));
  expect(signature(columns("Email", "First name"))).not.toBe(signature(columns("Email", "Last name")));
  expect(signature(columns("a", "b"))).not.toBe(signature(columns("ab")));
});

it("the newest import of a header row is the one that is taken", () => {
  const all = withNewest(withNewest([], { header: "a", id: "1" }), { header: "b", id: "2" });
  expect(withNewest(all, { header: "a", id: "3" })).toEqual([
    { header: "a", id: "3" },
    { header: "b", id: "2" },
  ]);
  const many = Array.from({ length: 40 }, (_, index) => ({ header: String(index), id: "x" }));
  expect(withNewest(many, { header: "new", id: "y" })).toHaveLength(30);
});
