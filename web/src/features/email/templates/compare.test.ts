import { expect, it } from "vitest";
import { around, compareLines } from "./compare.ts";

const SIGNS = { same: " ", gone: "-", new: "+" };
const shown = (before: string, after: string) =>
  compareLines(before, after).map(({ kind, text }) => SIGNS[kind] + text);

it("says which lines went and which came", () => {
  expect(shown("a\nb\nc", "a\nx\nc\nd")).toEqual([" a", "-b", "+x", " c", "+d"]);
  expect(shown("", "")).toEqual([" "]);
  expect(shown("a", "a")).toEqual([" a"]);
});

it("numbers lines in the text they are in", () => {
  expect(compareLines("a\nb", "b")).toEqual([
    { kind: "gone", text: "a", line: 1 },
    { kind: "same", text: "b", line: 1 },
  ]);
});

it("comes back to both texts, whatever they are", () => {
  const texts = ["", "a", "a\nb\na", "b\na\nb\nc", "c\n\nc", "x\ny\nz"];
  for (const before of texts) {
    for (const after of texts) {
      const lines = compareLines(before, after);
      const without = (kind: string) => lines.filter((line) => line.kind !== kind).map(({ text }) => text);
      expect(without("new").join("\n")).toBe(before);
      expect(without("gone").join("\n")).toBe(after);
    }
  }
});

it("shows a few lines around what changed, and says where some are left out", () => {
  const before = Array.from({ length: 20 }, (_, at) => `line ${at}`).join("\n");
  const lines = around(compareLines(before, before.replace("line 10", "changed")), 1);
  expect(lines.map((line) => line?.text ?? "…")).toEqual(["…", "line 9", "line 10", "changed", "line 11", "…"]);
  expect(around(compareLines("a", "a"))).toEqual([null]);
});
