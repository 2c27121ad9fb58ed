import { queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { ClientHistoryQuery, ClientListQuery, ClientPageQuery, ClientsWanted } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";
import type { Connection, PageRequest } from "@/lib/use-record-list.ts";

const LIST = graphql(`
  query ClientList($first: Int!, $after: String, $wanted: ClientsWanted) {
    clients(first: $first, after: $after, wanted: $wanted) {
      edges {
        cursor
        node {
          id
          name
          archived
          website
          ownerName
          createdAt
          userCount
          brandCount
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);

const COUNT = graphql(`
  query ClientCount($wanted: ClientsWanted) {
    clients(first: 1, wanted: $wanted) {
      totalCount
    }
  }
`);

const PAGE = graphql(`
  query ClientPage($id: UUID!) {
    client(id: $id) {
      id
      name
      archived
      createdAt
      userCount
      ownerId
      ownerName
    }
    clientRecord(id: $id) {
      legalName
      website
      country
      billingReference
      note
      archivedAt
      archiveReason
      termsVersion
      suppressionCount
      terms {
        ...TermsShown
      }
      brands {
        id
        name
        website
        archived
      }
      lists {
        id
        name
        entries
        filledAt
        fileName
      }
    }
  }
`);

const HISTORY = graphql(`
  query ClientHistory($id: UUID!) {
    clientHistory(id: $id) {
      position
      eventType
      title
      at
      actorName
      text
      termsVersion
      terms {
        ...TermsShown
      }
    }
  }

  fragment TermsShown on ClientTerms {
    pacingLeads
    pacingPer
    price
    currency
    capPerCompany
    overDelivery
    duplicatesWithin
    lookBackDays
    returnWindowDays
  }
`);

const USERS = graphql(`
  query ClientUsers($id: UUID!) {
    clientUsers(id: $id) {
      id
      name
      email
      active
      lastLoginAt
    }
    clientInvitations(id: $id) {
      id
      email
      state
      sentAt
      invitedBy
    }
  }
`);

const OWNERS = graphql(`
  query ClientOwners {
    taskAssignees {
      id
      name
    }
  }
`);

export type ClientRow = ClientListQuery["clients"]["edges"][number]["node"];
export type Client = NonNullable<ClientPageQuery["client"]>;
export type ClientRecord = NonNullable<ClientPageQuery["clientRecord"]>;
export type ClientBrand = ClientRecord["brands"][number];
export type ClientList = ClientRecord["lists"][number];
export type ClientTerms = NonNullable<ClientRecord["terms"]>;
export type ClientAct = ClientHistoryQuery["clientHistory"][number];

export async function clientPage({
  first,
  after,
  filter,
  signal,
}: PageRequest<ClientsWanted, unknown>): Promise<Connection<ClientRow>> {
  const { clients } = await execute(LIST, { first, after: after ?? null, wanted: filter }, signal);
  return { ...clients, stale: false };
}

export async function clientCount(wanted: ClientsWanted, signal?: AbortSignal): Promise<number> {
  return (await execute(COUNT, { wanted }, signal)).clients.totalCount;
}

/** The client, and what operations know of it. Below "clients", so that whatever changes one reads both anew. */
export const clientQuery = (id: string) =>
  queryOptions({
    queryKey: ["clients", "one", id],
    queryFn: ({ signal }) => execute(PAGE, { id }, signal),
  });

export const clientHistoryQuery = (id: string) =>
  queryOptions({
    queryKey: ["clients", "history", id],
    queryFn: async ({ signal }) => (await execute(HISTORY, { id }, signal)).clientHistory,
  });

export const clientUsersQuery = (id: string) =>
  queryOptions({
    queryKey: ["clients", "users", id],
    queryFn: ({ signal }) => execute(USERS, { id }, signal),
  });

/** Who of ours may look after a client: whoever works here. */
export const ownersQuery = queryOptions({
  queryKey: ["clients", "owners"],
  queryFn: async ({ signal }) => (await execute(OWNERS, {}, signal)).taskAssignees,
  staleTime: 60_000,
});
