import { expect, it } from "vitest";
import { scaleOf } from "./scale.ts";

it("ends at a round number", () => {
  expect([0, 1, 2, 3, 10, 11, 833, 5001].map(scaleOf)).toEqual([1, 1, 2, 5, 10, 20, 1000, 10_000]);
});
