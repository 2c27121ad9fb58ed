import { expect, it } from "vitest";
import { respondedPath, responseWords } from "./response-words.ts";

it("says what came of an email, and that it was taken only while nothing else is known", () => {
  expect(responseWords(["ACCEPTED", "DELIVERED", "CLICKED"])).toBe("Delivered, clicked");
  expect(responseWords(["ACCEPTED"])).toBe("Taken by the provider");
  expect(responseWords([])).toBe("");
});

it("leads to whoever did it", () => {
  expect(respondedPath("c", "OPENED")).toBe("/campaigns/c?tab=recipients&response=OPENED");
  expect(respondedPath("c", "CLICKED", { variant: "B", domain: null })).toBe(
    "/campaigns/c?tab=recipients&response=CLICKED&variant=B",
  );
});
