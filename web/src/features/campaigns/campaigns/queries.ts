/** Campaigns: the list, and one of them. */
import { queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { CampaignPartsFragment, CampaignRowFragment, CampaignsFilter, RecordSort } from "@/gql/graphql.ts";
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
      reason
      words
      at
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
    takeStands
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

export type CampaignRow = CampaignRowFragment;
export type Campaign = CampaignPartsFragment;
export type CampaignState = Campaign["state"];
export type AudienceSource = Campaign["audience"]["include"][number];
export type CampaignContent = NonNullable<Campaign["content"]>;
export type CampaignVersion = Campaign["versions"][number];
export type Confirmation = Campaign["confirmations"][number];

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
export async function campaignById(id: string, signal?: AbortSignal): Promise<Campaign | null> {
  return (await execute(ONE, { id }, signal)).campaign ?? null;
}

export const campaignQuery = (id: string) =>
  queryOptions({
    queryKey: [CAMPAIGNS, "one", id],
    queryFn: ({ signal }) => campaignById(id, signal),
    refetchInterval: ({ state: { data } }) => (data ? LIVE[data.state] : false),
  });

/** Pushed whenever something of it changes, and once at the start. */
export function watchCampaign(id: string, onData: (campaign: Campaign) => void): () => void {
  return subscribe(CHANGED, { id }, (data) => onData(data.campaignChanged));
}
