import { expect, it } from "vitest";
import { inputOf, missing, valuesOf } from "./sender-values.ts";

const filled = {
  ...valuesOf(null, "b", "2026-01-05"),
  fromName: "Norhavn News",
  fromAddress: "news@norhavn.example",
  physicalAddress: "Norhavn AS, 0150 Oslo",
};

it("says what is missing before anything is sent", () => {
  expect(missing(filled)).toBeUndefined();
  expect(missing({ ...filled, physicalAddress: " " })).toBe("The law wants a physical address");
  expect(missing({ ...filled, warmUp: "ramp", firstDay: "" })).toBe("A warm-up needs its first day");
});

it("sends a warm-up only when one is chosen", () => {
  expect(inputOf(filled).ramp).toBeNull();
  expect(inputOf({ ...filled, warmUp: "ramp" }).ramp).toEqual({
    firstDay: "2026-01-05",
    startPerDay: 50,
    growthPercent: 30,
    limitPerDay: 50_000,
  });
});

it("sends what is no number as one that is refused", () => {
  for (const startPerDay of ["", "many", "1.5", "-3", "99999999999"]) {
    const { ramp } = inputOf({ ...filled, warmUp: "ramp", startPerDay });
    expect([startPerDay, ramp?.startPerDay]).toEqual([startPerDay, -1]);
  }
});
