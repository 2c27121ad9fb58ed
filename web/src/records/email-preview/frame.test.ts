import { expect, it } from "vitest";
import { frameDocument, hasOwnDark } from "./frame.ts";

it("opens no link in its place, with a head or without one", () => {
  expect(frameDocument("<html><head><title>a</title></head></html>", false)).toBe(
    '<html><head><base target="_blank"><title>a</title></head></html>',
  );
  expect(frameDocument("<p>a</p>", false)).toBe('<base target="_blank"><p>a</p>');
});

it("darkens what has no dark colours of its own", () => {
  const own = "<head><style>@media (prefers-color-scheme: dark) { p { color: #fff } }</style></head>";
  expect(hasOwnDark(own)).toBe(true);
  expect(frameDocument(own, true)).not.toContain("invert");
  expect(frameDocument("<p>a</p>", true)).toContain("invert");
  expect(frameDocument("<p>a</p>", false)).not.toContain("invert");
});
