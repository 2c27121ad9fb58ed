import { describe, expect, test } from "vitest";
import { eventWords, momentArguments, momentText, parseMoment, type Stop, stopOf } from "./moment.ts";

const STOPS: Stop[] = [
  { position: 10, at: "2026-03-01T09:00:00Z", eventType: "ContactCreated" },
  { position: 20, at: "2026-03-03T09:00:00Z", eventType: "ContactFieldsChanged" },
];

describe("a moment in the address", () => {
  test("is an event or a time, and anything else is none", () => {
    expect(parseMoment("p20")).toEqual({ position: 20 });
    expect(parseMoment("2026-03-03T09:00:00Z")).toEqual({ at: "2026-03-03T09:00:00.000Z" });
    for (const none of [null, "", "px", "yesterday"]) expect(parseMoment(none)).toBeNull();
  });

  test("reads back what it wrote", () => {
    for (const text of ["p20", "2026-03-03T09:00:00.000Z"]) {
      const moment = parseMoment(text);
      expect(moment === null ? null : momentText(moment)).toBe(text);
    }
  });

  test("becomes one argument of a query, and none for now", () => {
    expect(momentArguments({ position: 20 })).toEqual({ at: null, position: 20 });
    expect(momentArguments({ at: "2026-03-03T09:00:00Z" })).toEqual({ at: "2026-03-03T09:00:00Z", position: null });
    expect(momentArguments(null)).toEqual({ at: null, position: null });
  });
});

test("the slider stands on the last event that had happened by then", () => {
  expect(stopOf(STOPS, null)).toBe(2);
  expect(stopOf(STOPS, { position: 20 })).toBe(1);
  expect(stopOf(STOPS, { at: "2026-03-02T00:00:00Z" })).toBe(0);
  expect(stopOf(STOPS, { at: "2026-03-03T09:00:00Z" })).toBe(1);
  expect(stopOf(STOPS, { at: "2020-01-01T00:00:00Z" })).toBe(-1);
});

test("events are called as a person would", () => {
  expect(eventWords("ContactFieldsChanged")).toBe("Fields changed");
  expect(eventWords("AccountArchived")).toBe("Archived");
});
