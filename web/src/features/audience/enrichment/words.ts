/** What suggestions say of themselves. Pure. */
import type { Tone } from "@/components/badge.tsx";
import type { SuggestionDecision } from "@/gql/graphql.ts";

export const DECISIONS: Record<SuggestionDecision, { label: string; tone: Tone }> = {
  PENDING: { label: "To review", tone: "warning" },
  ACCEPTED: { label: "Accepted", tone: "success" },
  REJECTED: { label: "Rejected", tone: "neutral" },
};

/** From here on, nine of ten are right on the labelled sample. */
export const SURE = 70;

export const byWords = (by: string): string => (by === "rules" ? "Rules" : `Model ${by.replace(/^model:/, "")}`);

/** "roofing" and "roof repair" in the description, "slate" in the name. */
export function becauseWords(because: readonly { place: string; words: string }[]): string {
  const places = new Map<string, string[]>();
  for (const { place, words } of because.slice(0, 4)) places.set(place, [...(places.get(place) ?? []), words]);
  return [...places]
    .map(([place, words]) =>
      place === "model" ? words.join(" ") : `${words.map((word) => `“${word}”`).join(" and ")} in the ${place}`,
    )
    .join(", ");
}
