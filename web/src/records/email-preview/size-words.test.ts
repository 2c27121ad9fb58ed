import { expect, it } from "vitest";
import { sizeWords } from "./size-words.ts";

it("says when Gmail clips it", () => {
  expect(sizeWords(20_000)).toMatch(/of the 102 kB that Gmail shows$/);
  expect(sizeWords(110_000)).toMatch(/Gmail clips it at 102 kB$/);
});
