import { describe, expect, it } from "vitest";
import { optionsProblem, optionWords, pastedLabels } from "./words.ts";

const option = (label: string, retired = false) => ({ id: 1, value: null, label, retired });

describe("options", () => {
  it("are named by the first ones that are offered", () => {
    expect(optionWords([option("Gold"), option("Old", true), option("Silver")])).toBe("Gold, Silver");
    expect(optionWords(["A", "B", "C", "D"].map((label) => option(label)))).toBe("A, B and 2 more");
  });

  it("are pasted as a column, without repeats", () => {
    expect(pastedLabels("Gold\r\n silver\n\nGOLD\nBronze", ["Silver"])).toEqual(["Gold", "Bronze"]);
  });

  it("are told apart, and one must be offered", () => {
    expect(optionsProblem([option("Gold"), option(" gold ")])).toBe("“gold” is there twice.");
    expect(optionsProblem([option("Gold", true), option("")])).toContain("at least one option");
    expect(optionsProblem([option("Gold"), option("")])).toBeUndefined();
  });
});
