/** What suppressions say of themselves. Pure. */
import type { Tone } from "@/components/badge.tsx";
import type { SuppressionKind, SuppressionReason, SuppressionStanding } from "@/gql/graphql.ts";
import { countOf, countryName, formatDay, sentence } from "@/lib/format.ts";
import type { Suppression, SuppressionFile } from "./queries.ts";

export const KINDS: Record<SuppressionKind, string> = {
  EMAIL: "Email",
  PHONE: "Phone",
  DOMAIN: "Domain",
  ACCOUNT: "Account",
};

export const REASONS: Record<SuppressionReason, string> = {
  UNSUBSCRIBED: "Unsubscribed",
  COMPLAINT: "Spam complaint",
  HARD_BOUNCE: "Hard bounce",
  SOFT_BOUNCES: "Soft bounces",
  DNC_REQUEST: "Asked not to be called",
  DNC_REGISTER: "Do-not-call register",
  MANUAL: "Added by hand",
  IMPORTED_LIST: "Imported list",
  LEGAL: "Legal",
  ERASURE_REQUEST: "Erasure request",
};

export const STANDINGS: Record<SuppressionStanding, { label: string; tone: Tone }> = {
  ACTIVE: { label: "Active", tone: "danger" },
  RELEASED: { label: "Released", tone: "neutral" },
  EXPIRED: { label: "Expired", tone: "neutral" },
};

export function reachWords({
  reach,
  clientName,
  campaignName,
  brandName,
}: Pick<Suppression, "reach" | "clientName" | "campaignName" | "brandName">): string {
  if (reach === "GLOBAL") return "Everywhere";
  if (reach === "CLIENT") return clientName ?? "One client";
  if (reach === "BRAND") return brandName === null ? "One brand" : `Brand ${brandName}`;
  return campaignName === null ? "One campaign" : `Campaign ${campaignName}`;
}

/** Through what somebody did it. */
const SOURCES: Record<string, string> = { ui: "Web app", api: "API", cli: "Command line" };

export function sourceWords(source: string): string {
  return SOURCES[source] ?? sentence(source);
}

type Dated = Pick<SuppressionFile, "reason" | "country" | "asOf" | "stale">;

/** National registers whose newest file is too old to call by. */
export function staleRegisters<T extends Dated>(files: readonly T[]): T[] {
  const newest = new Map<string, T>();
  for (const file of files) {
    const known = newest.get(file.country ?? "");
    if (file.reason !== "DNC_REGISTER" || !file.asOf) continue;
    if (known === undefined || (known.asOf ?? "") < file.asOf) newest.set(file.country ?? "", file);
  }
  return [...newest.values()].filter(({ stale }) => stale);
}

/** Whether one may still call by a file of a register. Only its country's newest counts. */
export function registerStanding<T extends Dated & { id: string }>(
  file: T,
  files: readonly T[],
): { label: string; tone: Tone } {
  if (!file.asOf) return { label: "Its day is not known", tone: "warning" };
  const newer = files.some(
    (other) =>
      other.reason === file.reason &&
      (other.country ?? "") === (file.country ?? "") &&
      (other.asOf ?? "") > (file.asOf ?? ""),
  );
  if (newer) return { label: "Replaced by a newer one", tone: "neutral" };
  return file.stale ? { label: "Too old to call by", tone: "warning" } : { label: "Good to call by", tone: "success" };
}

/** "Do-not-call register, United States, 12 days old" */
export function fileWords({
  reasonLabel,
  country,
  ageDays,
}: Pick<SuppressionFile, "reasonLabel" | "country" | "ageDays">): string {
  const of = country ? `${reasonLabel}, ${countryName(country)}` : reasonLabel;
  return typeof ageDays === "number" ? `${of}, ${countOf(ageDays, "day", "days")} old` : of;
}

/** The lines of a pasted text, as the server numbers them. One line may hold several, parted by semicolons or tabs. */
export function linesOf(text: string): string[] {
  return text
    .split(/[\n\r;\t]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** "ada@example.com (Unsubscribed), example.com (Legal, until 3 Mar)" */
export function suppressedWords(active: readonly Suppression[]): string {
  return active
    .map(({ label, reasonLabel, until }) =>
      until ? `${label} (${reasonLabel}, until ${formatDay(until)})` : `${label} (${reasonLabel})`,
    )
    .join(", ");
}
