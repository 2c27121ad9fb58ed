/** What consents say of themselves. Pure. */
import type { Tone } from "@/components/badge.tsx";
import type { ConsentBasis, ConsentChannel, ConsentStanding, ConsentState } from "@/gql/graphql.ts";
import { formatDay } from "@/lib/format.ts";
import type { ChannelConsent, Consent } from "@/features/suppression/consents/queries.ts";

export const CHANNELS: Record<ConsentChannel, string> = { EMAIL: "Email", PHONE: "Calls" };

export const BASES: Record<ConsentBasis, { label: string; hint: string }> = {
  CONSENT: { label: "Consent", hint: "They said yes" },
  LEGITIMATE_INTEREST: { label: "Legitimate interest", hint: "Until they object" },
  CONTRACT: { label: "Contract", hint: "Needed for a contract with them" },
};

export const STANDINGS: Record<ConsentStanding, { label: string; tone: Tone }> = {
  CONSENT: { label: "Consent", tone: "success" },
  LEGITIMATE_INTEREST: { label: "Legitimate interest", tone: "info" },
  CONTRACT: { label: "Contract", tone: "success" },
  NONE: { label: "No basis", tone: "warning" },
  WITHDRAWN: { label: "Withdrawn", tone: "danger" },
};

export const STATES: Record<ConsentState, string> = {
  COUNTS: "In force",
  SUPERSEDED: "Replaced",
  TAKEN_BACK: "Taken back",
};

/** Which channels a choice of one word means. */
export type ChannelChoice = "BOTH" | ConsentChannel;

export function channelsOf(choice: ChannelChoice): ConsentChannel[] {
  return choice === "BOTH" ? ["EMAIL", "PHONE"] : [choice];
}

/** What says how it stands, for the line under it. */
export function whyWords(
  { why, countryName, statementId }: Pick<ChannelConsent, "why" | "countryName" | "statementId">,
  statements: readonly Consent[],
): string {
  switch (why) {
    case "STATEMENT": {
      const said = statements.find(({ id }) => id === statementId);
      return said === undefined ? "Recorded of this person" : saidWords(said);
    }
    case "RECORD":
      return "As the contact's own fields say";
    case "COUNTRY":
      return `By the rule for ${countryName ?? "their country"}`;
    case "OTHER_COUNTRIES":
      return "By the rule for countries without one of their own";
  }
}

/** "Web form, 3 Mar" */
export function saidWords({ origin, givenAt }: Pick<Consent, "origin" | "givenAt">): string {
  return [origin, formatDay(givenAt)].filter(Boolean).join(", ");
}

type Proven = Pick<Consent, "wording" | "reference" | "url" | "ip" | "fileName">;

/** What there is to show; nothing where nobody could prove it. */
export function proofWords({ wording, reference, url, ip, fileName }: Proven): string {
  const parts = [wording ? "text" : null, reference, url ? "link" : null, ip ? "IP address" : null, fileName];
  return parts.filter(Boolean).join(", ");
}

/** Midday of a chosen day, or nothing for today: what was said today was said just now. */
export function momentOf(day: string, now: Date = new Date()): string | null {
  if (day === "" || day === dayOf(now)) return null;
  return new Date(`${day}T12:00:00`).toISOString();
}

/** As a date field has it, where the viewer is. */
export function dayOf(date: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
