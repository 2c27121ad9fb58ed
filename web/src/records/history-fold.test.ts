import { describe, expect, it } from "vitest";
import { folded } from "./history-fold.ts";
import type { HistoryEntry } from "./history-queries.ts";

const entry = (position: number, eventType: string, title: string, at: string): HistoryEntry => ({
  position,
  eventType,
  title,
  about: null,
  at,
  source: "ui",
  sourceLabel: "Typed in",
  importId: null,
  actorName: "Ada",
  restoredFrom: null,
  undoable: false,
  requestId: null,
  changes: [],
});

const [NOON, ONE] = ["2026-11-22T12:00:00Z", "2026-11-22T13:00:00Z"];

describe("the history", () => {
  it("tells of a task that was assigned as it was made in one line", () => {
    const lines = folded([
      entry(9, "ContactFieldsChanged", "City changed", ONE),
      entry(8, "TaskAssigned", "Task assigned: Call back", NOON),
      entry(7, "TaskCreated", "Task added: Call back", NOON),
    ]);
    expect(lines.map(({ position, title }) => [position, title])).toEqual([
      [9, "City changed"],
      [7, "Task added and assigned: Call back"],
    ]);
  });

  it("keeps a task that was assigned later, and another one of the same moment", () => {
    const later = [
      entry(8, "TaskAssigned", "Task assigned: Call back", ONE),
      entry(7, "TaskCreated", "Task added: Call back", NOON),
    ];
    expect(folded(later)).toEqual(later);
    const other = [
      entry(8, "TaskAssigned", "Task assigned: Write", NOON),
      entry(7, "TaskCreated", "Task added: Call back", NOON),
    ];
    expect(folded(other)).toEqual(other);
  });
});
