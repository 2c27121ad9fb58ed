import { describe, expect, it } from "vitest";
import { becauseWords, byWords } from "./words.ts";

describe("suggestions", () => {
  it("say which words led to them, by place", () => {
    const because = [
      { place: "description", words: "roofing" },
      { place: "description", words: "roof repair" },
      { place: "name", words: "shingle" },
    ];
    expect(becauseWords(because)).toBe("“roofing” and “roof repair” in the description, “shingle” in the name");
    expect(becauseWords([{ place: "model", words: "They roof houses." }])).toBe("They roof houses.");
    expect(becauseWords([])).toBe("");
  });

  it("name who made them", () => {
    expect(byWords("rules")).toBe("Rules");
    expect(byWords("model:small-model")).toBe("Model small-model");
  });
});
