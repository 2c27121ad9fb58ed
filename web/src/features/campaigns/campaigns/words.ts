/** What states, sources and acts of campaigns are called, and where they are. */
import type { Tone } from "@/components/badge.tsx";
import type { CampaignWho, WinnerMetric } from "@/gql/graphql.ts";
import { countOf, formatFull, formatMoment, viewerTimeZone } from "@/lib/format.ts";
import type { CampaignRow, CampaignState } from "./queries.ts";

export const CAMPAIGNS_PATH = "/campaigns";

export const campaignPath = ({ id }: { id: string }): string => `${CAMPAIGNS_PATH}/${id}`;

export const STATES: Record<CampaignState, { label: string; tone: Tone | "hollow" }> = {
  DRAFT: { label: "Draft", tone: "hollow" },
  SCHEDULED: { label: "Scheduled", tone: "info" },
  LAUNCHING: { label: "Launching", tone: "info" },
  RUNNING: { label: "Sending", tone: "primary" },
  PAUSED: { label: "Paused", tone: "warning" },
  COMPLETED: { label: "Completed", tone: "success" },
  STOPPED: { label: "Stopped", tone: "neutral" },
};

export const STEPS = ["audience", "content", "schedule", "review", "launch"] as const;
export type Step = (typeof STEPS)[number];

export const STEP_LABELS: Record<Step, string> = {
  audience: "Audience",
  content: "Content",
  schedule: "Schedule",
  review: "Review",
  launch: "Launch",
};

export const isStep = (text: string | undefined): text is Step => STEPS.some((step) => step === text);

export const stepPath = (campaign: { id: string }, step: Step): string => `${campaignPath(campaign)}/edit/${step}`;

/** Where somebody who opens it most likely wants to be: a draft is worked on, all others are looked at. */
export const openPath = (campaign: Pick<CampaignRow, "id" | "state" | "archived">, mayEdit: boolean): string =>
  campaign.state === "DRAFT" && !campaign.archived && mayEdit ? stepPath(campaign, "audience") : campaignPath(campaign);

/** Whom of another campaign: what follows its name. */
export const WHO: Record<CampaignWho, string> = {
  EVERYBODY: "Everybody in it",
  SENT: "Who was sent to",
  OPENED: "Who opened",
  CLICKED: "Who clicked",
  REPLIED: "Who replied",
  NOT_OPENED: "Who was sent to and did not open",
  BOUNCED: "Whose mail bounced",
};

export const METRICS: Record<WinnerMetric, string> = {
  CLICKED: "Clicks",
  OPENED: "Opens",
  REPLIED: "Replies",
};

/** What is worth knowing of it in a line: when it starts, or since when it is as it is. */
export function whenWords(row: Pick<CampaignRow, "state" | "startAt" | "launchedAt" | "endedAt">): string {
  const { state, startAt, launchedAt, endedAt } = row;
  if (state === "SCHEDULED") return startAt ? `Starts ${formatMoment(startAt)}` : "Waits for its moment";
  if (endedAt && state === "COMPLETED") return `Ended ${formatMoment(endedAt)}`;
  if (endedAt && state === "STOPPED") return `Stopped ${formatMoment(endedAt)}`;
  return launchedAt ? `Launched ${formatMoment(launchedAt)}` : "Not launched";
}

/** A moment on the viewer's clock, which need not be the campaign's: with its zone. */
export const zonedWords = (iso: string): string => `${formatFull(iso)} (${viewerTimeZone()})`;

export const peopleWords = (count: number): string => countOf(count, "person", "people");

/** "fleet, dach" as the API takes it: each once, in the order given. */
export function tagsOf(text: string): string[] {
  return [...new Set(text.split(/[,;\n]/).map((tag) => tag.trim()))].filter((tag) => tag !== "");
}
