/** Segments, lists, domain sets and campaigns among what is found: where they are and what they are called. No React. */
import { Filter, Globe, ListChecks, type LucideIcon, Megaphone } from "lucide-react";
import type { AudienceHit } from "./queries.ts";

const KINDS: Record<AudienceHit["kind"], { icon: LucideIcon; word: (records: string) => string }> = {
  SEGMENT: { icon: Filter, word: (records) => `Segment of ${records}` },
  LIST: { icon: ListChecks, word: (records) => `List of ${records}` },
  DOMAIN_SET: { icon: Globe, word: () => "Domain set" },
  CAMPAIGN: { icon: Megaphone, word: () => "Campaign" },
};

/** Heading of the group. */
export const AUDIENCES = "Segments, lists, domain sets and campaigns";

const recordsOf = ({ entity }: AudienceHit) => (entity === "ACCOUNT" ? "accounts" : "contacts");

/** Its own page. */
export function audiencePath(hit: AudienceHit): string {
  if (hit.kind === "SEGMENT") return `/${recordsOf(hit)}/segments/${hit.id}`;
  if (hit.kind === "CAMPAIGN") return `/campaigns/${hit.id}`;
  return hit.kind === "LIST" ? `/lists/${hit.id}` : `/domain-sets/${hit.id}`;
}

export const audienceIcon = ({ kind }: AudienceHit): LucideIcon => KINDS[kind].icon;

/** "Segment of contacts · fleet, DACH" */
export function audienceWords(hit: AudienceHit): string {
  return [KINDS[hit.kind].word(recordsOf(hit)), hit.tags.join(", ")].filter(Boolean).join(" · ");
}
