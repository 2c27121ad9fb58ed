/** What happened between us and a contact, as the builder asks for it: what, how often, and when. */
import { countOf, sentence } from "@/lib/format.ts";
import type { Json } from "@/lib/json.ts";
import type { EngagementAsked } from "@/lib/filter-json.ts";
import { dayWords } from "./days.ts";
import { type Engagement, newId } from "./tree.ts";

/** In the order they are offered; the words of the API's sentence. */
export const DEEDS = [
  { did: "sent", label: "Was emailed", denied: "Was not emailed" },
  { did: "delivered", label: "Was delivered an email", denied: "Was not delivered an email" },
  { did: "opened", label: "Opened an email", denied: "Did not open an email" },
  { did: "clicked", label: "Clicked in an email", denied: "Did not click in an email" },
  { did: "replied", label: "Replied", denied: "Did not reply" },
  { did: "bounced", label: "Had an email bounce", denied: "Had no email bounce" },
  { did: "complained", label: "Reported an email as spam", denied: "Did not report an email as spam" },
  { did: "unsubscribed", label: "Unsubscribed", denied: "Did not unsubscribe" },
  { did: "called", label: "Was called", denied: "Was not called" },
] as const;

export type Window = "ever" | "days" | "dates";

/** What is offered first: the question that is asked most. */
export function newEngagement(did: string): Engagement {
  return { kind: "engagement", id: newId(), not: false, asked: { did, at_least: 1, within_days: 90 } };
}

export function windowOf(asked: EngagementAsked): Window {
  if (isGiven(asked.within_days)) return "days";
  return isGiven(asked.from) || isGiven(asked.to) ? "dates" : "ever";
}

/** Another window, with something to begin with. */
export function withWindow(asked: EngagementAsked, window: Window): EngagementAsked {
  const { within_days: _days, from: _from, to: _to, ...rest } = asked;
  if (window === "days") return { ...rest, within_days: 90 };
  return window === "dates" ? { ...rest, from: { daysAgo: 90 }, to: "today" } : rest;
}

/** Something else that happened. Only what was opened or clicked can be a machine's. */
export function withDeed(asked: EngagementAsked, did: string): EngagementAsked {
  const { machines, ...rest } = asked;
  return isMachines(did) && isGiven(machines) ? { ...rest, did, machines } : { ...rest, did };
}

/** In these campaigns alone; none: in any, or in none. */
export function withCampaigns(asked: EngagementAsked, campaigns: string[] | undefined): EngagementAsked {
  const { campaign: _campaign, ...rest } = asked;
  return campaigns === undefined ? rest : { ...rest, campaign: campaigns };
}

/** Ids of campaigns, as far as they are any. */
export function campaignsOf(campaigns: Json | undefined): string[] {
  return Array.isArray(campaigns) ? campaigns.filter((id) => typeof id === "string") : [];
}

export const isMachines = (did: Json | undefined) => did === "opened" || did === "clicked";

/** "Was not emailed in the last 90 days" */
export function engagementWords({ asked, not }: Pick<Engagement, "asked" | "not">): string {
  const deed = DEEDS.find(({ did }) => did === asked.did);
  const often = oftenWords(asked);
  // Once or more is simply that it happened.
  const denied = not && often === "";
  const happened = (denied ? deed?.denied : deed?.label) ?? `${String(asked.did)}${denied ? " did not happen" : ""}`;
  const words = [happened, often, campaignWords(asked.campaign), windowWords(asked)].filter(Boolean).join(" ");
  return not && !denied ? `not: ${words.charAt(0).toLowerCase()}${words.slice(1)}` : sentence(words);
}

function oftenWords({ at_least: least, at_most: most }: EngagementAsked): string {
  const times = (count: Json) => (count === 1 ? "once" : `${String(count)} times`);
  if (!isGiven(most)) return isGiven(least) && least !== 1 ? `at least ${times(least)}` : "";
  return isGiven(least) && least !== 0 ? `${String(least)} to ${times(most)}` : `at most ${times(most)}`;
}

function campaignWords(campaigns: Json | undefined): string {
  return Array.isArray(campaigns) ? `in ${countOf(campaigns.length, "campaign", "campaigns")}` : "";
}

function windowWords({ within_days: days, from, to }: EngagementAsked): string {
  if (isGiven(days)) return days === 0 ? "today" : `in the last ${days === 1 ? "1 day" : `${String(days)} days`}`;
  if (isGiven(from)) return isGiven(to) ? `from ${dayWords(from)} to ${dayWords(to)}` : `since ${dayWords(from)}`;
  return isGiven(to) ? `until ${dayWords(to)}` : "";
}

/** Left out and null are the same to the API. */
function isGiven(value: Json | undefined): value is NonNullable<Json> {
  return value !== undefined && value !== null;
}
