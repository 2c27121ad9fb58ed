import { queryOptions } from "@tanstack/react-query";
import { DOMAIN_SETS } from "@/features/audience/domain-sets/queries.ts";
import { LISTS } from "@/features/audience/lists/queries.ts";
import { SEGMENTS } from "@/features/audience/segments/queries.ts";
import { CAMPAIGNS } from "@/features/campaigns/campaigns/queries.ts";
import { SNIPPETS, TEMPLATES } from "@/features/email/templates/queries.ts";
import { graphql } from "@/gql/gql.ts";
import type { AudienceEventPartsFragment } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";

graphql(`
  fragment AudienceEventParts on AudienceEvent {
    position
    eventType
    title
    at
    actorName
    sourceLabel
    changes {
      label
      old
      new
    }
  }
`);

const OF_SEGMENT = graphql(`
  query SegmentHistory($id: UUID!) {
    segmentHistory(id: $id) {
      ...AudienceEventParts
    }
  }
`);

const OF_LIST = graphql(`
  query ListHistory($id: UUID!) {
    listHistory(id: $id) {
      ...AudienceEventParts
    }
  }
`);

const OF_DOMAIN_SET = graphql(`
  query DomainSetHistory($id: UUID!) {
    domainSetHistory(id: $id) {
      ...AudienceEventParts
    }
  }
`);

const OF_EMAIL_TEMPLATE = graphql(`
  query EmailTemplateHistory($id: UUID!) {
    emailTemplateHistory(id: $id) {
      ...AudienceEventParts
    }
  }
`);

const OF_EMAIL_SNIPPET = graphql(`
  query EmailSnippetHistory($id: UUID!) {
    emailSnippetHistory(id: $id) {
      ...AudienceEventParts
    }
  }
`);

const OF_CAMPAIGN = graphql(`
  query CampaignHistory($id: UUID!) {
    campaignHistory(id: $id) {
      ...AudienceEventParts
    }
  }
`);

export type AudienceEvent = AudienceEventPartsFragment;
export type Audience = "segment" | "list" | "domain set" | "email template" | "snippet" | "campaign";

/** First part of the keys that a change of one invalidates. */
const KEYS: Record<Audience, string> = {
  segment: SEGMENTS,
  list: LISTS,
  "domain set": DOMAIN_SETS,
  "email template": TEMPLATES,
  snippet: SNIPPETS,
  campaign: CAMPAIGNS,
};

/** What happened to it, the newest first. */
export const audienceHistoryQuery = (of: Audience, id: string) =>
  queryOptions({
    queryKey: [KEYS[of], "history", id],
    queryFn: async ({ signal }): Promise<AudienceEvent[]> => {
      if (of === "segment") return (await execute(OF_SEGMENT, { id }, signal)).segmentHistory;
      if (of === "list") return (await execute(OF_LIST, { id }, signal)).listHistory;
      if (of === "email template") return (await execute(OF_EMAIL_TEMPLATE, { id }, signal)).emailTemplateHistory;
      if (of === "snippet") return (await execute(OF_EMAIL_SNIPPET, { id }, signal)).emailSnippetHistory;
      if (of === "campaign") return (await execute(OF_CAMPAIGN, { id }, signal)).campaignHistory;
      return (await execute(OF_DOMAIN_SET, { id }, signal)).domainSetHistory;
    },
  });
