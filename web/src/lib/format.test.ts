import { describe, expect, it } from "vitest";
import { formatFull } from "./format.ts";

describe("a moment in full", () => {
  it("has a weekday, a year and the viewer's clock, without seconds and zone", () => {
    const at = new Date(2026, 10, 22, 7, 36, 50);
    expect(formatFull(at.toISOString())).toBe("Sunday, November 22, 2026 at 07:36");
  });
});
