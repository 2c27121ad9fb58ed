/** What became of everybody in a campaign's audience: the sums, and each of them; and the policy of all sending. */
import { queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type {
  EmailLedgerQuery,
  EmailPolicyNowQuery,
  EmailRecipientPartsFragment,
  EmailRecipientsFilter,
  EmailRecipientStepsQuery,
} from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";
import type { Connection, PageRequest } from "@/lib/use-record-list.ts";

graphql(`
  fragment EmailRecipientParts on EmailRecipient {
    contactId
    contact {
      id
      fullName
      email
      erased
      archived
      jobTitle
      accountId
      accountName
    }
    accountId
    version
    variant
    state
    reason
    reasonLabel
    suppressionId
    domain
    messageId
    sentAt
    attempts
    settledBy
    at
    responses
  }
`);

const LEDGER = graphql(`
  query EmailLedger($campaignId: UUID!) {
    emailLedger(campaignId: $campaignId) {
      audience
      pending
      handingOver
      sent
      excluded
      failed
      unknown
      balanced
      reasons {
        state
        reason
        label
        count
      }
      stale
    }
  }
`);

const LIST = graphql(`
  query EmailRecipientList($campaignId: UUID!, $first: Int!, $after: String, $filter: EmailRecipientsFilter) {
    emailRecipients(campaignId: $campaignId, first: $first, after: $after, filter: $filter) {
      edges {
        cursor
        node {
          ...EmailRecipientParts
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
  query EmailRecipientCount($campaignId: UUID!, $filter: EmailRecipientsFilter) {
    emailRecipients(campaignId: $campaignId, first: 1, filter: $filter) {
      totalCount
    }
  }
`);

const ONE = graphql(`
  query EmailRecipient($campaignId: UUID!, $contactId: UUID!) {
    emailRecipient(campaignId: $campaignId, contactId: $contactId) {
      ...EmailRecipientParts
    }
  }
`);

const STEPS = graphql(`
  query EmailRecipientSteps($campaignId: UUID!, $contactId: UUID!) {
    emailRecipientSteps(campaignId: $campaignId, contactId: $contactId) {
      kind
      at
      code
      link
      linkName
      byProgram
    }
  }
`);

const POLICY = graphql(`
  query EmailPolicyNow {
    emailPolicy {
      perSecond
      domains {
        domain
        perSecond
      }
      cap {
        count
        days
      }
      warnComplaintsPercent
      pauseComplaintsPercent
      pauseHardBouncesPercent
      pauseBouncesPercent
      softBounces {
        bounces
        withinDays
        overDays
        restDays
      }
      setAt
    }
  }
`);

export type Policy = EmailPolicyNowQuery["emailPolicy"];
export type Ledger = NonNullable<EmailLedgerQuery["emailLedger"]>;
export type LedgerReason = Ledger["reasons"][number];
export type Recipient = EmailRecipientPartsFragment;
export type RecipientStep = EmailRecipientStepsQuery["emailRecipientSteps"][number];

/** First part of every key below. */
export const SENDING = "email-sending";

/** Of one campaign. */
export interface RecipientsOf {
  campaignId: string;
  filter: EmailRecipientsFilter;
}

/** How the figures move: by the second, until nobody waits any more, or not at all. */
export type Pace = "live" | "settling" | "still";

/** Null: there is none. */
export const ledgerQuery = (campaignId: string, pace: Pace) =>
  queryOptions({
    queryKey: [SENDING, "ledger", campaignId],
    queryFn: async ({ signal }) => (await execute(LEDGER, { campaignId }, signal)).emailLedger ?? null,
    refetchInterval: ({ state: { data } }) => {
      if (pace === "live" || data?.stale === true) return 2000;
      return pace === "settling" && (data?.pending ?? 0) > 0 ? 4000 : false;
    },
  });

export async function recipientPage(request: PageRequest<RecipientsOf, null>): Promise<Connection<Recipient>> {
  const { first, after, signal } = request;
  return (await execute(LIST, { first, after: after ?? null, ...request.filter }, signal)).emailRecipients;
}

export async function recipientCount(of: RecipientsOf, signal?: AbortSignal): Promise<number> {
  return (await execute(COUNT, of, signal)).emailRecipients.totalCount;
}

/** Null: they are not in its audience. */
export const recipientQuery = (campaignId: string, contactId: string) =>
  queryOptions({
    queryKey: [SENDING, "one", campaignId, contactId],
    queryFn: async ({ signal }) => (await execute(ONE, { campaignId, contactId }, signal)).emailRecipient ?? null,
  });

/** What was told of their email, the latest first. */
export const stepsQuery = (campaignId: string, contactId: string) =>
  queryOptions({
    queryKey: [SENDING, "steps", campaignId, contactId],
    queryFn: async ({ signal }) => (await execute(STEPS, { campaignId, contactId }, signal)).emailRecipientSteps,
    refetchInterval: 30_000,
  });

/** How much is sent at all, and at which numbers campaigns pause by themselves. */
export const policyQuery = queryOptions({
  queryKey: [SENDING, "policy"],
  queryFn: async ({ signal }) => (await execute(POLICY, {}, signal)).emailPolicy,
});
