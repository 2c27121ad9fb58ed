/** What came of single emails, in words, and the way to whoever did it. */
import type { EmailSignalKind } from "@/gql/graphql.ts";

export const RESPONSES: Record<EmailSignalKind, string> = {
  ACCEPTED: "Taken by the provider",
  DEFERRED: "Delayed",
  DELIVERED: "Delivered",
  BOUNCED_SOFT: "Bounced for now",
  BOUNCED_HARD: "Bounced for good",
  DROPPED: "Dropped by the provider",
  OPENED: "Opened",
  CLICKED: "Clicked",
  TRAPPED: "Followed a hidden link",
  REPLIED: "Replied",
  AUTO_REPLIED: "Answered by a program",
  UNSUBSCRIBED: "Unsubscribed",
  COMPLAINED: "Complained",
};

/** By which recipients can be found. */
export const RESPONSES_FOUND = [
  "DELIVERED",
  "OPENED",
  "CLICKED",
  "REPLIED",
  "AUTO_REPLIED",
  "UNSUBSCRIBED",
  "COMPLAINED",
  "BOUNCED_SOFT",
  "BOUNCED_HARD",
  "DROPPED",
] as const satisfies readonly EmailSignalKind[];

/** Recipients whose email came to this; of one variant or domain, or of all. */
export function respondedPath(
  campaignId: string,
  response: EmailSignalKind,
  { variant, domain }: { variant?: string | null | undefined; domain?: string | null | undefined } = {},
): string {
  const asked = new URLSearchParams({ tab: "recipients", response });
  if (variant) asked.set("variant", variant);
  if (domain) asked.set("domain", domain);
  return `/campaigns/${campaignId}?${asked}`;
}

/** "Delivered, opened". That the provider took it is worth a word only while nothing else is known. */
export function responseWords(kinds: readonly EmailSignalKind[]): string {
  const told = kinds.length > 1 ? kinds.filter((kind) => kind !== "ACCEPTED") : kinds;
  return told.map((kind, index) => (index === 0 ? RESPONSES[kind] : RESPONSES[kind].toLowerCase())).join(", ");
}
