import { describe, expect, it } from "vitest";
import { canBeUnique, defaultText, optionsProblem, optionWords, pastedLabels } from "./words.ts";

const option = (label: string, retired = false) => ({ id: 1, value: null, label, retired });

describe("rules", () => {
  it("show a default as a form is filled in", () => {
    const money = { amount: "12.50", currency: "EUR" };
    const all = [null, "Gold", 12, true, ["A", "B"], money].map(defaultText);
    expect(all).toEqual(["", "Gold", "12", "yes", "A; B", "12.50 EUR"]);
  });

  it("offer unique where a value can tell records apart", () => {
    expect([canBeUnique("TEXT"), canBeUnique("CHOICE")]).toEqual([true, false]);
  });
});

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
