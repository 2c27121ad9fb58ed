import { queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { SenderPageQuery, SendersPageQuery } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";

const LIST = graphql(`
  query SendersPage {
    senderProfiles {
      id
      fromName
      fromAddress
      brandName
      isDefault
      providerName
      account
      archived
      health
      checkedAt
    }
    emailBrands {
      id
      name
      logoUrl
      colour
      defaultSenderId
      senderCount
      archived
    }
  }
`);

const PAGE = graphql(`
  query SenderPage($id: UUID!) {
    senderProfile(id: $id) {
      id
      fromName
      fromAddress
      replyTo
      brandId
      brandName
      isDefault
      physicalAddress
      trackingDomain
      providerName
      account
      dkimSelector
      dkimRecord
      ramp {
        firstDay
        startPerDay
        growthPercent
        limitPerDay
        allowedToday
      }
      archived
      health
      checkedAt
      checks {
        subject
        title
        verdict
        words
        found
        publish {
          name
          kind
          value
        }
      }
    }
    senderHistory(id: $id) {
      position
      title
      text
      at
      actorName
    }
  }
`);

const ACCOUNTS = graphql(`
  query SenderAccounts {
    senderAccounts {
      name
      providerName
    }
  }
`);

const BRAND_HISTORY = graphql(`
  query EmailBrandHistory($id: UUID!) {
    emailBrandHistory(id: $id) {
      position
      title
      text
      at
      actorName
    }
  }
`);

export type SenderRow = SendersPageQuery["senderProfiles"][number];
export type Brand = SendersPageQuery["emailBrands"][number];
export type Sender = NonNullable<SenderPageQuery["senderProfile"]>;
export type SenderCheck = Sender["checks"][number];
export type SenderAct = SenderPageQuery["senderHistory"][number];
export type Verdict = SenderCheck["verdict"];

/** Senders and brands, archived ones last. */
export const sendersQuery = queryOptions({
  queryKey: ["senders"],
  queryFn: ({ signal }) => execute(LIST, {}, signal),
});

/** One sender with its checks, and what happened. */
export const senderQuery = (id: string) =>
  queryOptions({
    queryKey: ["senders", "one", id],
    queryFn: ({ signal }) => execute(PAGE, { id }, signal),
  });

/** Through which accounts mail may leave. */
export const accountsQuery = queryOptions({
  queryKey: ["senders", "accounts"],
  queryFn: async ({ signal }) => (await execute(ACCOUNTS, {}, signal)).senderAccounts,
});

export const brandHistoryQuery = (id: string) =>
  queryOptions({
    queryKey: ["senders", "brand", id],
    queryFn: async ({ signal }) => (await execute(BRAND_HISTORY, { id }, signal)).emailBrandHistory,
  });
