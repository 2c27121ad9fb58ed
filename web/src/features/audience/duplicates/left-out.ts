/** Pairs that are not merged together with others, because a client supplied one of the two. No React. */
import type { Side } from "@/records/merge/queries.ts";
import { CLIENT_RESTRICTION } from "@/records/restriction.ts";
import type { Pair } from "./queries.ts";

/** A pair that waits to be merged side by side, and why, in a few words. */
export interface LeftOut {
  pair: Pair;
  why: string;
}

/**
 * Many at once are merged by a rule, and nobody chooses which record stays. So a pair whose records are not for the same client, or not
 * both for everybody, is left to somebody who does (ADR 18). What is gone meanwhile is left to the server, which tells of it.
 */
export function partedBy(pairs: readonly Pair[], sides: readonly Side[]): { together: Pair[]; leftOut: LeftOut[] } {
  const only = new Map(sides.map(({ id, fields }) => [id, (fields[CLIENT_RESTRICTION] ?? null) as string | null]));
  const together: Pair[] = [];
  const leftOut: LeftOut[] = [];
  for (const pair of pairs) {
    const [a, b] = [only.get(pair.a), only.get(pair.b)];
    if (a === undefined || b === undefined || a === b) together.push(pair);
    else
      leftOut.push({
        pair,
        why: a === null || b === null ? "a client supplied one of them" : "different clients supplied them",
      });
  }
  return { together, leftOut };
}
