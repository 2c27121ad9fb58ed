/** What segments are called by, and where they are. */
import type { ConsentChannel, Entity, SegmentExclusionReason } from "@/gql/graphql.ts";
import { bothFilters, formatFilter, isFilterNode } from "@/lib/filter-json.ts";
import { fieldValues, type Json } from "@/lib/json.ts";
import type { SegmentCondition, SegmentMember, SegmentReason } from "./queries.ts";

export interface Nouns {
  noun: string;
  nouns: string;
}

export function nounsOf(entity: Entity): Nouns {
  return entity === "ACCOUNT" ? { noun: "account", nouns: "accounts" } : { noun: "contact", nouns: "contacts" };
}

export function pathOf({ entity, id }: { entity: Entity; id: string }): string {
  return `/${nounsOf(entity).nouns}/segments/${id}`;
}

/** The audience builder with a filter, or with the definition of a segment. */
export function builderPath(entity: Entity, { filter = null, segment }: { filter?: Json; segment?: string }): string {
  const params = new URLSearchParams();
  if (segment !== undefined) params.set("segment", segment);
  const text = formatFilter(filter);
  if (text !== null) params.set("filter", text);
  return `/${nounsOf(entity).nouns}/audience${params.size === 0 ? "" : `?${params}`}`;
}

/** The list of records with a filter. */
export function listPath(entity: Entity, filter: Json): string {
  const text = formatFilter(filter);
  return `/${nounsOf(entity).nouns}${text === null ? "" : `?${new URLSearchParams({ filter: text })}`}`;
}

/** The list of those that are in the segment now. */
export function membersPath({ entity, id }: { entity: Entity; id: string }): string {
  return listPath(entity, { v: 1, all: [{ field: "segments", op: "any_of", value: [id] }] });
}

/** "emea, fleet" as the API takes it: each once, in the order given. */
export function tagsOf(text: string): string[] {
  return [...new Set(text.split(/[,;\n]/).map((tag) => tag.trim()))].filter((tag) => tag !== "");
}

/** A day on the viewer's calendar, as a field for days holds it: "2026-03-31". */
export function dayOf(date: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The first moment of a day of the viewer's; null for what is no day. */
export function startOf(day: string): string | null {
  const date = new Date(`${day}T00:00:00`);
  return day === "" || Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** Its last moment. */
export function endOf(day: string): string | null {
  const date = new Date(`${day}T23:59:59.999`);
  return day === "" || Number.isNaN(date.getTime()) ? null : date.toISOString();
}

export function daysAgo(days: number, now: Date = new Date()): Date {
  const date = new Date(now);
  date.setDate(date.getDate() - days);
  return date;
}

/** Name and a line about a member; of one that may not be seen any more only that. */
export function memberWords({ contact, account }: SegmentMember): { name: string; detail: string } {
  if (contact) {
    const name = contact.erased ? "Erased contact" : contact.fullName || contact.email || "Unnamed contact";
    return { name, detail: [contact.jobTitle, contact.accountName].filter(Boolean).join(", ") };
  }
  if (account) {
    return { name: account.name || account.domain || "Unnamed account", detail: account.industry ?? "" };
  }
  return { name: "A record you may not see", detail: "" };
}

const CAUSES: Record<string, [entered: string, left: string]> = {
  change: ["A change of the record", "A change of the record"],
  defined: ["The definition was saved", "The definition was changed"],
  resumed: ["The segment was switched on again", "The segment was switched on again"],
  asked: ["Every record was looked at again, as somebody asked", "Every record was looked at again, as somebody asked"],
  time: ["Time went by: a condition counts days", "Time went by: a condition counts days"],
  elsewhere: [
    "Something that is not in the record: a suppression, a consent or a membership",
    "Something that is not in the record: a suppression, a consent or a membership",
  ],
};

/** What brought a record in, or out. */
export function causeWords({ cause }: SegmentReason, way: "in" | "out"): string {
  return CAUSES[cause]?.[way === "in" ? 0 : 1] ?? "Its values changed";
}

/** Whether a condition holds, for those who cannot see the mark. */
export function holdsWords({ holds }: SegmentCondition): string {
  if (holds === null || holds === undefined) return "Depends on all contacts of the account";
  return holds ? "Holds" : "Does not hold";
}

/** Of whom the filter finds only those whom the part, a group of conditions, finds as well. */
export function within(filter: Json, part: Json): Json {
  const all = fieldValues(part)["all"];
  return bothFilters(filter, Array.isArray(all) ? all.filter(isFilterNode) : []);
}

export const CHANNELS: Record<ConsentChannel, { by: string; excluded: string; reachable: string }> = {
  EMAIL: { by: "By email", excluded: "Excluded from email because", reachable: "can be emailed" },
  PHONE: { by: "By phone", excluded: "Excluded from calls because", reachable: "can be called" },
};

const REASONS: Record<SegmentExclusionReason, Record<ConsentChannel, string>> = {
  SUPPRESSED: { EMAIL: "Suppressed", PHONE: "Suppressed" },
  MISSING: { EMAIL: "No email", PHONE: "No phone number" },
  INVALID: { EMAIL: "Invalid or bounced email", PHONE: "Invalid phone number" },
  NO_CONSENT: { EMAIL: "No consent to email", PHONE: "No consent to calls" },
};

/** Why contacts are left out of a channel. */
export const reasonWords = (reason: SegmentExclusionReason, channel: ConsentChannel) => REASONS[reason][channel];
