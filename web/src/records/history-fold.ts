/** Lines of the history that say one thing between them, as one line. */
import type { HistoryEntry } from "./history-queries.ts";

const ADDED = "Task added";
const GIVEN = "Task assigned";

/** A task that was given to somebody as it was made is one line, newest first as they come. */
export function folded(entries: readonly HistoryEntry[]): HistoryEntry[] {
  const shown: HistoryEntry[] = [];
  for (const entry of entries) {
    const after = shown.at(-1);
    if (after !== undefined && isGivenWhenMade(after, entry)) {
      shown[shown.length - 1] = { ...entry, title: `${ADDED} and assigned${entry.title.slice(ADDED.length)}` };
    } else {
      shown.push(entry);
    }
  }
  return shown;
}

/** Both were written at once; a task that is assigned later has a moment of its own. */
function isGivenWhenMade(given: HistoryEntry, made: HistoryEntry): boolean {
  return (
    given.eventType === "TaskAssigned" &&
    made.eventType === "TaskCreated" &&
    given.at === made.at &&
    made.title.startsWith(ADDED) &&
    given.title === GIVEN + made.title.slice(ADDED.length)
  );
}
