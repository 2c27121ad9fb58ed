/** How many were in a segment day by day, from the days on which somebody came or went. */
import type { SegmentDay } from "./queries.ts";

const DAY = 86_400_000;

/** Days of UTC, as the API counts them. */
export const utcDay = (date: Date) => date.toISOString().slice(0, 10);

export interface HistoryPoint {
  /** Days since the first one. */
  at: number;
  members: number;
}

export interface SegmentHistory {
  /** Days from the first to the last. */
  span: number;
  /** Each holds until the next one. */
  points: HistoryPoint[];
  /** Before the first day. */
  start: number;
  end: number;
  most: number;
  entered: number;
  left: number;
}

/** `now`: how many are in it, for a stretch in which nobody came or went. */
export function historyOf(days: readonly SegmentDay[], from: string, to: string, now: number): SegmentHistory {
  const index = (day: string) => Math.round((Date.parse(day) - Date.parse(from)) / DAY);
  const [first] = days;
  const start = first === undefined ? now : first.members - first.entered + first.left;
  const points = [{ at: 0, members: start }];
  for (const { day, members } of days) {
    const at = index(day);
    if (points.at(-1)?.at === at) points.pop();
    points.push({ at, members });
  }
  const end = days.at(-1)?.members ?? now;
  const span = Math.max(1, index(to));
  if (points.at(-1)?.at !== span) points.push({ at: span, members: end });
  return {
    span,
    points,
    start,
    end,
    most: Math.max(...points.map(({ members }) => members)),
    entered: days.reduce((sum, { entered }) => sum + entered, 0),
    left: days.reduce((sum, { left }) => sum + left, 0),
  };
}

/** A line of steps through the points, in a box of this size. */
export function pathThrough({ points, span, most }: SegmentHistory, width: number, height: number): string {
  const x = (at: number) => Math.round((at / span) * width * 100) / 100;
  const y = (members: number) => Math.round((1 - members / Math.max(1, most)) * height * 100) / 100;
  return points
    .map(({ at, members }, index) => (index === 0 ? `M0 ${y(members)}` : `H${x(at)}V${y(members)}`))
    .join("");
}
