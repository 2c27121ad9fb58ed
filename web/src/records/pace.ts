/** How fast a job goes and how long it takes, as much of it as is known. */
import type { ProgressFragment } from "@/gql/graphql.ts";
import { formatCount, formatDuration } from "@/lib/format.ts";

/** "2,310 rows a second, 25 s left" */
export function paceWords(progress: ProgressFragment | null | undefined, many = "rows"): string {
  if (progress === null || progress === undefined) return "";
  const { rate, etaSeconds } = progress;
  return [
    rate !== null && rate !== undefined && rate > 0 ? `${formatCount(Math.round(rate))} ${many} a second` : null,
    etaSeconds !== null && etaSeconds !== undefined ? `${formatDuration(etaSeconds)} left` : null,
  ]
    .filter(Boolean)
    .join(", ");
}

export function secondsBetween(from: string | null | undefined, to: string | null | undefined): number | null {
  if (!from || !to) return null;
  return Math.max(0, (new Date(to).getTime() - new Date(from).getTime()) / 1000);
}

/** "9.4 s", "1 min 12 s". */
export function secondsWords(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const rest = Math.round(seconds % 60);
  return `${Math.floor(seconds / 60)} min${rest === 0 ? "" : ` ${rest} s`}`;
}
