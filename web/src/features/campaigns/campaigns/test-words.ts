/** What is said of a test of variants. */
import type { WinnerMetric } from "@/gql/graphql.ts";
import { countOf, formatCount, formatFull, formatPercent } from "@/lib/format.ts";
import type { CampaignContent } from "./queries.ts";
import type { TestResult, TestVariant } from "./test-queries.ts";

type Test = NonNullable<CampaignContent["test"]>;

/** What somebody did to count. */
export const DID: Record<WinnerMetric, string> = { CLICKED: "Clicked", OPENED: "Opened", REPLIED: "Replied" };

/** Values of chance are told once its time is over, and not before. */
export const isOver = ({ variants }: Pick<TestResult, "variants">): boolean =>
  variants.some(({ p }) => typeof p === "number");

/** Where it is in time. */
export function timeWords(result: Pick<TestResult, "endsAt" | "variants">): string {
  if (!result.endsAt) return "The test has not begun.";
  return `${isOver(result) ? "Its time was over" : "It runs until"} ${formatFull(result.endsAt)}.`;
}

/** What comes of it for whoever waits for its end. */
export function restWords({ automatic, otherwiseWait }: Test, result: Pick<TestResult, "winner" | "variants">): string {
  if (result.winner) return `Variant ${result.winner} is the winner: whoever waited gets it.`;
  if (!automatic) return "Whoever waits gets nothing until somebody chooses a winner.";
  if (isOver(result)) {
    return otherwiseWait
      ? "A winner is chosen once the last opens and clicks are judged, within minutes. Without a clear one the rest waits until somebody chooses."
      : "The rest gets the winner once the last opens and clicks are judged, within minutes.";
  }
  return otherwiseWait
    ? "It is decided once, when its time is over. Without a clear winner the rest waits until somebody chooses."
    : "It is decided once, when its time is over. Without a clear winner the rest gets the one that is ahead, which may be chance.";
}

/** "4.1% to 8.9%". */
export const rangeWords = ({ lowPercent, highPercent }: Pick<TestVariant, "lowPercent" | "highPercent">): string =>
  `${formatPercent(lowPercent / 100)} to ${formatPercent(highPercent / 100)}`;

/** "0.012"; what is less than a thousandth is said to be. */
export function chanceWords(p: number | null | undefined): string {
  if (p === null || p === undefined) return "—";
  return p < 0.001 ? "< 0.001" : p.toFixed(3);
}

/** "6.4%: 12 of 188 people". */
export const variantWords = ({ percent, successes, reached }: TestVariant): string =>
  reached === 0
    ? "Reached nobody yet"
    : `${formatPercent(percent / 100)}: ${formatCount(successes)} of ${countOf(reached, "person", "people")}`;
