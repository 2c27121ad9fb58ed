import { expect, it } from "vitest";
import type { Problem } from "./queries.ts";
import {
  byWeight,
  placeWords,
  snippetElement,
  snippetName,
  snippetWords,
  tagsOf,
  usedWords,
  versionWords,
} from "./words.ts";

const problem = (values: Partial<Problem>): Problem => ({
  severity: "HINT",
  code: "X",
  part: "BODY",
  line: 4,
  message: "",
  ...values,
});

it("says which version is approved when it is not the newest", () => {
  expect(versionWords({ versions: 0, approvedVersion: null })).toBe("None yet");
  expect(versionWords({ versions: 1, approvedVersion: null })).toBe("1, none approved");
  expect(versionWords({ versions: 2, approvedVersion: 2 })).toBe("2");
  expect(versionWords({ versions: 3, approvedVersion: 2 })).toBe("3, approved: 2");
});

it("names lines only where they are seen", () => {
  expect(placeWords(problem({}), "source")).toBe("Body, line 4");
  expect(placeWords(problem({}), "blocks")).toBe("Body");
  expect(placeWords(problem({ part: "TEXT" }), "blocks")).toBe("Plain text, line 4");
  expect(placeWords(problem({ part: "SUBJECT", line: null }), "source")).toBe("Subject");
});

it("puts what matters first", () => {
  const severities = ["HINT", "ERROR", "WARNING"] as const;
  const sorted = byWeight(severities.map((severity) => problem({ severity })));
  expect(sorted.map(({ severity }) => severity)).toEqual(["ERROR", "WARNING", "HINT"]);
});

it("takes tags once each", () => {
  expect(tagsOf(" emea, news,emea ;")).toEqual(["emea", "news"]);
});

it("makes a name of what is typed that can stand in MJML", () => {
  expect(snippetName("Legal footer")).toBe("legal-footer");
  expect(snippetName("  --Überschrift 2")).toBe("berschrift-2");
  expect(snippetName("a".repeat(80))).toHaveLength(60);
  expect(snippetElement("legal-footer")).toBe('<mj-snippet name="legal-footer" />');
});

it("says which snippets stand in a version, and who includes one", () => {
  expect(snippetWords([])).toBe("—");
  const used = { snippetId: "1", name: "legal-footer", version: 3 };
  expect(snippetWords([used, { ...used, name: "header", version: 1 }])).toBe("legal-footer (3), header (1)");
  expect(usedWords([])).toBeUndefined();
  expect(usedWords([{ name: "Welcome" }])).toBe("Welcome includes it: take it out there first");
  expect(usedWords([{ name: "Welcome" }, { name: "News" }])).toBe(
    "Welcome and 1 more include it: take it out there first",
  );
});
