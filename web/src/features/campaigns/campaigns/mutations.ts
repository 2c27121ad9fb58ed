import type { QueryClient } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type {
  AudienceSourceInput,
  CampaignConfirmationCode,
  CampaignCreateInput,
  CampaignScheduleInput,
  CampaignUpdateInput,
  CampaignWindowsInput,
  CampaignWrittenFragment,
  EmailContentInput,
} from "@/gql/graphql.ts";
import { ApiError } from "@/lib/api-error.ts";
import { sortedKeys } from "@/lib/filter-json.ts";
import { accepted, execute } from "@/lib/graphql.ts";
import { campaignById, CAMPAIGNS } from "./queries.ts";
import { sourceInput, sourceOf } from "./sources.ts";

graphql(`
  fragment CampaignWritten on CampaignPayload {
    position
    campaign {
      id
    }
    userErrors {
      ...Refusal
    }
  }
`);

const CREATE = graphql(`
  mutation CampaignCreate($input: CampaignCreateInput!) {
    campaignCreate(input: $input) {
      ...CampaignWritten
    }
  }
`);
const COPY = graphql(`
  mutation CampaignCopy($id: UUID!, $idempotencyKey: String) {
    campaignCopy(id: $id, idempotencyKey: $idempotencyKey) {
      ...CampaignWritten
    }
  }
`);
const UPDATE = graphql(`
  mutation CampaignUpdate($input: CampaignUpdateInput!) {
    campaignUpdate(input: $input) {
      ...CampaignWritten
    }
  }
`);
const AUDIENCE = graphql(`
  mutation CampaignAudienceDefine($id: UUID!, $include: [AudienceSourceInput!]!, $exclude: [AudienceSourceInput!]) {
    campaignAudienceDefine(id: $id, include: $include, exclude: $exclude) {
      ...CampaignWritten
    }
  }
`);
const CONTENT = graphql(`
  mutation CampaignContentDefine($id: UUID!, $input: EmailContentInput!) {
    campaignContentDefine(id: $id, input: $input) {
      ...CampaignWritten
    }
  }
`);
const SCHEDULE_DEFINE = graphql(`
  mutation CampaignScheduleDefine($id: UUID!, $input: CampaignScheduleInput!) {
    campaignScheduleDefine(id: $id, input: $input) {
      ...CampaignWritten
    }
  }
`);
const CONFIRM = graphql(`
  mutation CampaignConfirm($id: UUID!, $codes: [CampaignConfirmationCode!]!) {
    campaignConfirm(id: $id, codes: $codes) {
      ...CampaignWritten
    }
  }
`);
const SEED_TEST = graphql(`
  mutation CampaignSeedTest($id: UUID!, $to: [UUID!]!, $contactId: UUID) {
    campaignSeedTest(id: $id, to: $to, contactId: $contactId) {
      position
      sentTo
      userErrors {
        ...Refusal
      }
    }
  }
`);
const LAUNCH = graphql(`
  mutation CampaignLaunch($id: UUID!, $idempotencyKey: String) {
    campaignLaunch(id: $id, idempotencyKey: $idempotencyKey) {
      ...CampaignWritten
    }
  }
`);
const SCHEDULE = graphql(`
  mutation CampaignSchedule($id: UUID!) {
    campaignSchedule(id: $id) {
      ...CampaignWritten
    }
  }
`);
const UNSCHEDULE = graphql(`
  mutation CampaignUnschedule($id: UUID!) {
    campaignUnschedule(id: $id) {
      ...CampaignWritten
    }
  }
`);
const PAUSE = graphql(`
  mutation CampaignPause($id: UUID!, $reason: String) {
    campaignPause(id: $id, reason: $reason) {
      ...CampaignWritten
    }
  }
`);
const RESUME = graphql(`
  mutation CampaignResume($id: UUID!, $reason: String, $acceptedAfterRestore: Boolean!) {
    campaignResume(id: $id, reason: $reason, acceptedAfterRestore: $acceptedAfterRestore) {
      ...CampaignWritten
    }
  }
`);
const STOP = graphql(`
  mutation CampaignStop($id: UUID!, $reason: String) {
    campaignStop(id: $id, reason: $reason) {
      ...CampaignWritten
    }
  }
`);
const TAKE_RETRY = graphql(`
  mutation CampaignTakeRetry($id: UUID!) {
    campaignTakeRetry(id: $id) {
      ...CampaignWritten
    }
  }
`);
const TOP_UP = graphql(`
  mutation CampaignTopUp($id: UUID!) {
    campaignTopUp(id: $id) {
      ...CampaignWritten
    }
  }
`);
const PACE = graphql(`
  mutation CampaignPaceChange($id: UUID!, $perSecond: Int, $windows: CampaignWindowsInput) {
    campaignPaceChange(id: $id, perSecond: $perSecond, windows: $windows) {
      ...CampaignWritten
    }
  }
`);
const WINNER = graphql(`
  mutation CampaignWinnerChoose($id: UUID!, $variant: String!) {
    campaignWinnerChoose(id: $id, variant: $variant) {
      ...CampaignWritten
    }
  }
`);
const ARCHIVE = graphql(`
  mutation CampaignArchive($id: UUID!) {
    campaignArchive(id: $id) {
      ...CampaignWritten
    }
  }
`);
const RESTORE = graphql(`
  mutation CampaignRestore($id: UUID!) {
    campaignRestore(id: $id) {
      ...CampaignWritten
    }
  }
`);

const idOf = (payload: CampaignWrittenFragment): string | undefined => accepted(payload).campaign?.id;

/** Its id; none while the lists do not show it yet. */
export async function createCampaign(input: CampaignCreateInput): Promise<string | undefined> {
  return idOf((await execute(CREATE, { input })).campaignCreate);
}

/** The id of the copy, a draft. */
export async function copyCampaign(id: string, idempotencyKey: string): Promise<string | undefined> {
  return idOf((await execute(COPY, { id, idempotencyKey })).campaignCopy);
}

export async function updateCampaign(input: CampaignUpdateInput): Promise<void> {
  accepted((await execute(UPDATE, { input })).campaignUpdate);
}

export async function defineAudience(
  id: string,
  include: AudienceSourceInput[],
  exclude: AudienceSourceInput[],
): Promise<void> {
  accepted((await execute(AUDIENCE, { id, include, exclude })).campaignAudienceDefine);
}

const sameSource = (one: AudienceSourceInput, other: AudienceSourceInput): boolean =>
  JSON.stringify(one, sortedKeys) === JSON.stringify(other, sortedKeys);

/** Whom it is for, as it is sent. */
async function audienceOf(id: string): Promise<{ include: AudienceSourceInput[]; exclude: AudienceSourceInput[] }> {
  const campaign = await campaignById(id);
  if (campaign === null) {
    throw new ApiError("This campaign is not there any more. Nothing was changed; choose another.", { code: "gone" });
  }
  const { include, exclude } = campaign.audience;
  const sent = (side: typeof include) => side.map((one) => sourceInput(sourceOf(one)));
  return { include: sent(include), exclude: sent(exclude) };
}

/** One more source of whom a draft is for. False: it is among them already. */
export async function addToAudience(id: string, source: AudienceSourceInput): Promise<boolean> {
  const { include, exclude } = await audienceOf(id);
  if (include.some((one) => sameSource(one, source))) return false;
  await defineAudience(id, [...include, source], exclude);
  return true;
}

/** What undoes it; the last one leaves a draft that is for nobody yet. */
export async function takeFromAudience(id: string, source: AudienceSourceInput): Promise<void> {
  const { include, exclude } = await audienceOf(id);
  const left = include.filter((one) => !sameSource(one, source));
  if (left.length < include.length) await defineAudience(id, left, exclude);
}

export async function defineContent(id: string, input: EmailContentInput): Promise<void> {
  accepted((await execute(CONTENT, { id, input })).campaignContentDefine);
}

export async function defineSchedule(id: string, input: CampaignScheduleInput): Promise<void> {
  accepted((await execute(SCHEDULE_DEFINE, { id, input })).campaignScheduleDefine);
}

/** One that is left out is not confirmed any more. */
export async function confirmCampaign(id: string, codes: CampaignConfirmationCode[]): Promise<void> {
  accepted((await execute(CONFIRM, { id, codes })).campaignConfirm);
}

/** Names of the colleagues it goes to. */
export async function sendSeedTest(id: string, to: string[], contactId: string | null): Promise<string[]> {
  return accepted((await execute(SEED_TEST, { id, to, contactId })).campaignSeedTest).sentTo;
}

export async function launchCampaign(id: string, idempotencyKey: string): Promise<void> {
  accepted((await execute(LAUNCH, { id, idempotencyKey })).campaignLaunch);
}

export async function scheduleCampaign(id: string): Promise<void> {
  accepted((await execute(SCHEDULE, { id })).campaignSchedule);
}

export async function unscheduleCampaign(id: string): Promise<void> {
  accepted((await execute(UNSCHEDULE, { id })).campaignUnschedule);
}

export async function pauseCampaign(id: string, reason: string | null): Promise<void> {
  accepted((await execute(PAUSE, { id, reason })).campaignPause);
}

/** `acceptedAfterRestore`: that some people may get it twice. */
export async function resumeCampaign(id: string, reason: string | null, acceptedAfterRestore: boolean): Promise<void> {
  accepted((await execute(RESUME, { id, reason, acceptedAfterRestore })).campaignResume);
}

export async function stopCampaign(id: string, reason: string | null): Promise<void> {
  accepted((await execute(STOP, { id, reason })).campaignStop);
}

/** Its audience could not be taken: it is tried again. */
export async function retryTake(id: string): Promise<void> {
  accepted((await execute(TAKE_RETRY, { id })).campaignTakeRetry);
}

/** With the campaign's own audience, as it is now. */
export async function topUpCampaign(id: string): Promise<void> {
  accepted((await execute(TOP_UP, { id })).campaignTopUp);
}

export async function changePace(
  id: string,
  perSecond: number | null,
  windows: CampaignWindowsInput | null,
): Promise<void> {
  accepted((await execute(PACE, { id, perSecond, windows })).campaignPaceChange);
}

/** Whoever waits for the end of its test gets this variant. */
export async function chooseWinner(id: string, variant: string): Promise<void> {
  accepted((await execute(WINNER, { id, variant })).campaignWinnerChoose);
}

export async function archiveCampaign(id: string): Promise<void> {
  accepted((await execute(ARCHIVE, { id })).campaignArchive);
}

export async function restoreCampaign(id: string): Promise<void> {
  accepted((await execute(RESTORE, { id })).campaignRestore);
}

/** The list, the pages, what they are checked for and what happened. */
export function refreshCampaigns(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: [CAMPAIGNS] });
}
