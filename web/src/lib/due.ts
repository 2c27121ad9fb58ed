/** When a task is due, as lists group and say it. A day is a day where the viewer is. */
import { formatDay, formatMoment } from "@/lib/format.ts";

export interface HasDue {
  /** "2026-03-02" */
  dueOn?: string | null;
  dueAt?: string | null;
}

export type DueGroup = "overdue" | "today" | "later" | "none";

const two = (number: number) => String(number).padStart(2, "0");

/** "2026-03-02", where the viewer is. */
export function dayOf(date: Date): string {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** "09:30", where the viewer is. */
export function timeOf(date: Date): string {
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

export function groupOf(task: HasDue, now: Date = new Date()): DueGroup {
  const today = dayOf(now);
  if (task.dueAt) {
    const at = new Date(task.dueAt);
    if (at < now) return "overdue";
    return dayOf(at) === today ? "today" : "later";
  }
  if (!task.dueOn) return "none";
  if (task.dueOn < today) return "overdue";
  return task.dueOn === today ? "today" : "later";
}

function shifted(now: Date, days: number): string {
  const date = new Date(now);
  date.setDate(date.getDate() + days);
  return dayOf(date);
}

/** "Today 15:00", "Tomorrow", "3 Mar". Empty without a date. */
export function dueWords(task: HasDue, now: Date = new Date()): string {
  const at = task.dueAt ? new Date(task.dueAt) : null;
  const day = at === null ? task.dueOn : dayOf(at);
  if (!day) return "";
  const near = new Map([
    [shifted(now, -1), "Yesterday"],
    [dayOf(now), "Today"],
    [shifted(now, 1), "Tomorrow"],
  ]).get(day);
  if (at !== null) return near === undefined ? formatMoment(at.toISOString(), now) : `${near} ${timeOf(at)}`;
  // At noon no zone takes it to another day.
  return near ?? formatDay(`${day}T12:00`, now);
}

/** What two inputs hold: a day, and perhaps a time of it. */
export interface DueDraft {
  day: string;
  time: string;
}

export function draftOf(task: HasDue): DueDraft {
  if (task.dueAt) {
    const at = new Date(task.dueAt);
    return { day: dayOf(at), time: timeOf(at) };
  }
  return { day: task.dueOn ?? "", time: "" };
}

/** As the API takes it; both null take it away. */
export function dueOf({ day, time }: DueDraft): { dueOn: string | null; dueAt: string | null } {
  if (day === "") return { dueOn: null, dueAt: null };
  if (time === "") return { dueOn: day, dueAt: null };
  return { dueOn: null, dueAt: new Date(`${day}T${time}`).toISOString() };
}
