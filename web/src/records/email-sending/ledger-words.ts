/** What became of recipients, in words and colours. */
import type { Tone } from "@/components/badge.tsx";
import type { EmailLedgerState } from "@/gql/graphql.ts";

/** In the order in which they are added up. */
export const LEDGER: Record<EmailLedgerState, { label: string; tone: Tone | "hollow" }> = {
  SENT: { label: "Sent", tone: "primary" },
  PENDING: { label: "Waiting", tone: "neutral" },
  EXCLUDED: { label: "Excluded", tone: "warning" },
  FAILED: { label: "Failed", tone: "danger" },
  UNKNOWN: { label: "Unknown", tone: "violet" },
};

export const LEDGER_STATES = Object.keys(LEDGER) as EmailLedgerState[];

/** Those of a campaign with this outcome. */
export function recipientsPath(campaignId: string, state?: EmailLedgerState, reason?: string): string {
  const asked = new URLSearchParams({ tab: "recipients" });
  if (state !== undefined) asked.set("state", state);
  if (reason !== undefined) asked.set("reason", reason);
  return `/campaigns/${campaignId}?${asked}`;
}

/** "Unsubscribed 1,204, no consent 945", of one state or of all. */
export function reasonsOf<T extends { state: EmailLedgerState; count: number }>(
  reasons: readonly T[],
  state: EmailLedgerState,
): T[] {
  return reasons
    .filter((one) => one.state === state && one.count > 0)
    .toSorted((one, other) => other.count - one.count);
}
