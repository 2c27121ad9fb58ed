/** Campaigns: the list, one of them, what keeps it from being launched, and the switch over all sending. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type {
  AudienceSourceInput,
  CampaignPartsFragment,
  CampaignRowFragment,
  CampaignsFilter,
  RecordSort,
} from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";
import { subscribe } from "@/lib/subscribe.ts";
import type { Connection, PageRequest } from "@/lib/use-record-list.ts";

graphql(`
  fragment CampaignRow on Campaign {
    id
    channel
    name
    state
    archived
    tags
    ownerName
    clientName
    brandName
    audienceCount
    startAt
    launchedAt
    endedAt
    createdAt
    updatedAt
    pausedBecause {
      words
    }
  }
`);

graphql(`
  fragment AudienceSourceParts on AudienceSource {
    kind
    id
    entity
    name
    filter
    fuzzy
    timeZone
    who
    sentence
    gone
  }
`);

graphql(`
  fragment CampaignParts on Campaign {
    ...CampaignRow
    brandId
    clientId
    ownerId
    teamId
    taking
    winner
    audience {
      include {
        ...AudienceSourceParts
      }
      exclude {
        ...AudienceSourceParts
      }
      sentence
    }
    content {
      senderId
      senderName
      variants {
        key
        templateId
        templateName
        version
        subject
        weight
      }
      test {
        metric
        sharePercent
        minutes
        automatic
        otherwiseWait
      }
      utm {
        source
        medium
        campaign
        term
        content
      }
      trackOpens
      trackLinks
      namedLinks {
        n
        name
      }
      digest
    }
    schedule {
      at
      zone
      inRecipientsZone
      windows {
        days
        fromMinute
        toMinute
      }
      endsAt
      perSecond
      respectsCap
      startsAt
    }
    confirmations {
      code
      wording
      confirmed
      byName
    }
    seedTested {
      at
      to
      variants
      current
    }
    pausedBecause {
      reason
      words
      at
    }
    pace {
      perSecond
      windows {
        days
        fromMinute
        toMinute
      }
    }
    versions {
      version
      asOf
      position
      count
      accounts
      hash
      sentence
      excluded {
        reason
        label
        count
      }
    }
    may {
      archive
      changePace
      edit
      launch
      pause
      rename
      restore
      resume
      stop
      topUp
      unschedule
    }
  }
`);

const LIST = graphql(`
  query CampaignList($first: Int!, $after: String, $before: String, $filter: CampaignsFilter, $sort: RecordSort) {
    campaigns(first: $first, after: $after, before: $before, filter: $filter, sort: $sort) {
      edges {
        cursor
        node {
          ...CampaignRow
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      stale
    }
  }
`);

const COUNT = graphql(`
  query CampaignCount($filter: CampaignsFilter) {
    campaigns(first: 1, filter: $filter) {
      totalCount
    }
  }
`);

const ONE = graphql(`
  query Campaign($id: UUID!) {
    campaign(id: $id) {
      ...CampaignParts
    }
  }
`);

const CHANGED = graphql(`
  subscription CampaignChanged($id: UUID!) {
    campaignChanged(id: $id) {
      ...CampaignParts
    }
  }
`);

const HEALTH = graphql(`
  query CampaignAudienceHealth(
    $id: UUID
    $include: [AudienceSourceInput!]
    $exclude: [AudienceSourceInput!]
    $clientId: UUID
  ) {
    campaignAudienceHealth(id: $id, include: $include, exclude: $exclude, channel: EMAIL, clientId: $clientId) {
      total
      reachable
      excluded {
        reason
        label
        count
      }
      domains {
        domain
        count
      }
      zonesUnknown
      asOf
    }
  }
`);

const SOURCE_COUNT = graphql(`
  query CampaignSourceCount($include: [AudienceSourceInput!]) {
    campaignAudienceHealth(include: $include, channel: EMAIL) {
      total
    }
  }
`);

const PREFLIGHT = graphql(`
  query CampaignPreflight($id: UUID!) {
    campaignPreflight(id: $id) {
      code
      level
      message
      step
      detail
    }
  }
`);

const ESTIMATE = graphql(`
  query CampaignEstimate($id: UUID!, $reachable: Int) {
    campaignEstimate(id: $id, reachable: $reachable) {
      startsAt
      endsAbout
      words
    }
  }
`);

const LINKS = graphql(`
  query CampaignLinks($id: UUID!) {
    campaignLinks(id: $id) {
      n
      name
      url
      variant
    }
  }
`);

const PREVIEW = graphql(`
  query CampaignContentPreview($id: UUID!, $variant: String!, $contactId: UUID) {
    campaignContentPreview(id: $id, variant: $variant, contactId: $contactId) {
      subject
      preheader
      html
      text
      bytes
      emptyTags
      problems {
        severity
        code
        part
        line
        message
      }
    }
  }
`);

export type CampaignRow = CampaignRowFragment;
export type Campaign = CampaignPartsFragment;
export type CampaignState = Campaign["state"];
export type AudienceSource = Campaign["audience"]["include"][number];
export type CampaignContent = NonNullable<Campaign["content"]>;
export type CampaignVersion = Campaign["versions"][number];
export type Confirmation = Campaign["confirmations"][number];
export type AudienceHealth = Awaited<ReturnType<typeof audienceHealth>>;
export type PreflightItem = Awaited<ReturnType<typeof preflight>>[number];
export type CampaignLink = Awaited<ReturnType<typeof links>>[number];

/** First part of every key of campaigns; mutations invalidate by it. */
export const CAMPAIGNS = "campaigns";

export async function campaignPage(
  request: PageRequest<CampaignsFilter, RecordSort>,
): Promise<Connection<CampaignRow>> {
  const { signal, ...variables } = request;
  return (await execute(LIST, variables, signal)).campaigns;
}

export async function campaignCount(filter: CampaignsFilter, signal?: AbortSignal): Promise<number> {
  return (await execute(COUNT, { filter }, signal)).campaigns.totalCount;
}

/** It moves by itself: its audience is being taken, it sends, or waits for its moment. */
export const isMoving = (state: CampaignState): boolean =>
  state === "LAUNCHING" || state === "RUNNING" || state === "PAUSED" || state === "SCHEDULED";

/** How often it is asked for where nothing is pushed, in milliseconds. */
const LIVE: Record<CampaignState, number | false> = {
  DRAFT: 15_000,
  SCHEDULED: 10_000,
  LAUNCHING: 1_000,
  RUNNING: 3_000,
  PAUSED: 5_000,
  COMPLETED: false,
  STOPPED: 15_000,
};

/** An archived one too; null when there is none, or it may not be seen. */
export const campaignQuery = (id: string) =>
  queryOptions({
    queryKey: [CAMPAIGNS, "one", id],
    queryFn: async ({ signal }): Promise<Campaign | null> => (await execute(ONE, { id }, signal)).campaign ?? null,
    refetchInterval: ({ state: { data } }) => (data ? LIVE[data.state] : false),
  });

/** Pushed whenever something of it changes, and once at the start. */
export function watchCampaign(id: string, onData: (campaign: Campaign) => void): () => void {
  return subscribe(CHANGED, { id }, (data) => onData(data.campaignChanged));
}

export interface AudienceAsked {
  include: AudienceSourceInput[];
  exclude: AudienceSourceInput[];
  /** For whom it is done. */
  clientId: string | null;
}

async function audienceHealth({ include, exclude, clientId }: AudienceAsked, signal?: AbortSignal) {
  const asked = { id: null, include, exclude, clientId };
  return (await execute(HEALTH, asked, signal)).campaignAudienceHealth;
}

/** How many would get it now, and why the others would not. Below the key of contacts, as it counts them. */
export const healthQuery = (asked: AudienceAsked) =>
  queryOptions({
    queryKey: ["contacts", "campaign-audience", asked],
    queryFn: ({ signal }) => audienceHealth(asked, signal),
    enabled: asked.include.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
  });

/** Contacts of one source alone. */
export const sourceCountQuery = (source: AudienceSourceInput) =>
  queryOptions({
    queryKey: ["contacts", "campaign-source", source],
    queryFn: async ({ signal }) =>
      (await execute(SOURCE_COUNT, { include: [source] }, signal)).campaignAudienceHealth.total,
    staleTime: 60_000,
    retry: false,
  });

async function preflight(id: string, signal?: AbortSignal) {
  return (await execute(PREFLIGHT, { id }, signal)).campaignPreflight;
}

/** What keeps it from being launched, faults first. Asked anew each time it is looked at. */
export const preflightQuery = (id: string) =>
  queryOptions({
    queryKey: [CAMPAIGNS, "preflight", id],
    queryFn: ({ signal }) => preflight(id, signal),
    staleTime: 0,
    retry: false,
  });

/** About how long it takes. */
export const estimateQuery = (id: string, reachable: number | null) =>
  queryOptions({
    queryKey: [CAMPAIGNS, "estimate", id, reachable],
    queryFn: async ({ signal }) => (await execute(ESTIMATE, { id, reachable }, signal)).campaignEstimate,
    placeholderData: keepPreviousData,
    retry: false,
  });

async function links(id: string, signal?: AbortSignal) {
  return (await execute(LINKS, { id }, signal)).campaignLinks;
}

/** The links of what it says. `digest`: of the content, so that they are read anew with it. */
export const linksQuery = (id: string, digest: string) =>
  queryOptions({
    queryKey: [CAMPAIGNS, "links", id, digest],
    queryFn: ({ signal }) => links(id, signal),
    retry: false,
  });

/** A variant as it was saved, as a contact would get it, or somebody without any values. */
export const contentPreviewQuery = (id: string, digest: string, variant: string, contactId: string | null) =>
  queryOptions({
    queryKey: [CAMPAIGNS, "preview", id, digest, variant, contactId],
    queryFn: async ({ signal }) => (await execute(PREVIEW, { id, variant, contactId }, signal)).campaignContentPreview,
    placeholderData: keepPreviousData,
    retry: false,
  });
