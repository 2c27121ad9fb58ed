/** The inbox of replies: the list without their words, and one with them. */
import { queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { EmailRepliesFilter, EmailReplyShownFragment } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";
import type { PageRequest } from "@/lib/use-record-list.ts";

graphql(`
  fragment EmailReplyShown on EmailReply {
    id
    at
    kind
    matched
    done
    forgotten
    address
    name
    subject
    awayUntil
    contactId
    contactName
    campaignId
    assigneeId
    assigneeName
  }
`);

const LIST = graphql(`
  query EmailReplyList($first: Int!, $after: String, $filter: EmailRepliesFilter) {
    emailReplies(first: $first, after: $after, filter: $filter) {
      edges {
        cursor
        node {
          ...EmailReplyShown
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
  query EmailReplyCount($filter: EmailRepliesFilter) {
    emailReplies(first: 1, filter: $filter) {
      totalCount
    }
  }
`);

const ONE = graphql(`
  query EmailReplyOne($id: UUID!) {
    emailReply(id: $id) {
      ...EmailReplyShown
      text
    }
  }
`);

const CAMPAIGN = graphql(`
  query EmailReplyCampaign($id: UUID!) {
    campaign(id: $id) {
      name
    }
  }
`);

const PEOPLE = graphql(`
  query EmailReplyAssignees {
    taskAssignees {
      id
      name
    }
  }
`);

/** As the list has it: without its text. */
export type Reply = EmailReplyShownFragment;

/** How often the list looks whether something came in. */
export const LOOK = 30_000;

export async function replyPage(request: PageRequest<EmailRepliesFilter, null>) {
  const { first, after, filter, signal } = request;
  return (await execute(LIST, { first, after: after ?? null, filter }, signal)).emailReplies;
}

export async function replyCount(filter: EmailRepliesFilter, signal?: AbortSignal): Promise<number> {
  return (await execute(COUNT, { filter }, signal)).emailReplies.totalCount;
}

/** How many wait for anybody. */
export const repliesWaitingQuery = queryOptions({
  queryKey: ["email-replies", "waiting"],
  queryFn: ({ signal }) => replyCount({ done: false }, signal),
  refetchInterval: 2 * LOOK,
});

export const replyQuery = (id: string) =>
  queryOptions({
    queryKey: ["email-replies", "one", id],
    queryFn: async ({ signal }) => (await execute(ONE, { id }, signal)).emailReply,
  });

/** What the campaign is called whose email was answered. */
export const replyCampaignQuery = (id: string) =>
  queryOptions({
    queryKey: ["email-replies", "campaign", id],
    queryFn: async ({ signal }) => (await execute(CAMPAIGN, { id }, signal)).campaign?.name ?? null,
    staleTime: 60_000,
  });

/** Whom a reply can be given to. */
export const replyAssigneesQuery = queryOptions({
  queryKey: ["email-replies", "assignees"],
  queryFn: async ({ signal }) => (await execute(PEOPLE, {}, signal)).taskAssignees,
  staleTime: 60_000,
});
