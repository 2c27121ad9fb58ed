/** A campaign's emails by the hour, or by the day once they come for long. */
import type { Figures, ReportRow } from "./queries.ts";

/** What can stand beside what was sent. */
export const SERIES = {
  delivered: "Delivered",
  opened: "Opened",
  clicked: "Clicked",
  replied: "Replied",
  unsubscribed: "Unsubscribed",
} as const satisfies Partial<Record<keyof Figures, string>>;

export type Series = keyof typeof SERIES;

export const isSeries = (text: string | null): text is Series => text !== null && Object.hasOwn(SERIES, text);

export interface Bucket {
  /** Where it begins, in milliseconds. */
  at: number;
  sent: number;
  /** By their first moment. */
  beside: number;
}

export interface OverTime {
  unit: "hour" | "day";
  /** Without gaps: what nothing happened in is there with nothing. */
  buckets: Bucket[];
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** So many hours are told apart by eye. */
const HOURS_MOST = 96;
/** What comes later than so many days after the first stands in the table alone. */
const DAYS_MOST = 366;

/** Null: nothing happened yet. */
export function overTime(rows: readonly Pick<ReportRow, "hour" | "figures">[], series: Series): OverTime | null {
  const told = rows.flatMap(({ hour, figures }) => {
    const bucket = { at: hour ? Date.parse(hour) : Number.NaN, sent: figures.sent, beside: figures[series] };
    return Number.isNaN(bucket.at) || bucket.sent + bucket.beside === 0 ? [] : [bucket];
  });
  if (told.length === 0) return null;
  const from = Math.min(...told.map(({ at }) => at));
  const to = Math.max(...told.map(({ at }) => at));
  const unit = to - from < HOURS_MOST * HOUR ? "hour" : "day";
  const step = unit === "hour" ? HOUR : DAY;
  const first = Math.floor(from / step);
  const count = Math.min(Math.floor(to / step) - first + 1, unit === "hour" ? HOURS_MOST : DAYS_MOST);
  const buckets: Bucket[] = Array.from({ length: count }, (_, n) => ({ at: (first + n) * step, sent: 0, beside: 0 }));
  for (const { at, sent, beside } of told) {
    const bucket = buckets[Math.floor(at / step) - first];
    if (bucket === undefined) continue;
    bucket.sent += sent;
    bucket.beside += beside;
  }
  return { unit, buckets };
}

/** A line through the middles of the buckets, for a path. */
export function lineOf(values: readonly number[], top: number, width: number, height: number): string {
  const x = (n: number) => round(values.length === 1 ? width / 2 : (n / (values.length - 1)) * width);
  const y = (value: number) => round((1 - value / Math.max(1, top)) * height);
  const [only] = values;
  // One moment alone is a level, so that there is something to be seen.
  if (values.length === 1) return `M0 ${y(only ?? 0)}H${width}`;
  return values.map((value, n) => `${n === 0 ? "M" : "L"}${x(n)} ${y(value)}`).join("");
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** Where most happened; none where nothing did. */
export function peakOf(buckets: readonly Bucket[], of: "sent" | "beside"): Bucket | undefined {
  const most = Math.max(0, ...buckets.map((bucket) => bucket[of]));
  return most === 0 ? undefined : buckets.find((bucket) => bucket[of] === most);
}
