import { expect, it } from "vitest";
import type { Problem } from "./queries.ts";
import { byWeight, placeWords, tagsOf, versionWords } from "./words.ts";

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
