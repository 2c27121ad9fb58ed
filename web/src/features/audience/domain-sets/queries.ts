/** Domain sets: the list, one with what its matching came to, its items, the lines it could not read, its people. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type {
  DomainSetContactFilter,
  DomainSetContactListQuery,
  DomainSetFiguresQuery,
  DomainSetItemFilter,
  DomainSetItemShownFragment,
  DomainSetLineListQuery,
  DomainSetShownFragment,
} from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";
import type { PageRequest } from "@/lib/use-record-list.ts";

graphql(`
  fragment DomainSetShown on DomainSet {
    id
    name
    sharing
    teamId
    ownerId
    ownerName
    tags
    source
    fileName
    stubs
    state
    error
    jobId
    items
    repeated
    invalid
    matchedAt
    archived
    createdAt
    updatedAt
  }
`);

graphql(`
  fragment DomainSetItemShown on DomainSetItem {
    number
    domain
    accountName
    notes
    given
    repaired
    resembles
    status
    accountId
    account
    accountDomain
    accountStatus
    via
    confidence
    likeness
    judgedAt
    contacts
  }
`);

const LIST = graphql(`
  query DomainSetList($first: Int!, $after: String, $q: String, $archived: Boolean!) {
    domainSets(first: $first, after: $after, q: $q, archived: $archived) {
      edges {
        cursor
        node {
          ...DomainSetShown
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
  query DomainSetCount($q: String, $archived: Boolean!) {
    domainSets(first: 1, q: $q, archived: $archived) {
      totalCount
    }
  }
`);

const ONE = graphql(`
  query DomainSetOne($id: UUID!) {
    domainSet(id: $id) {
      ...DomainSetShown
    }
  }
`);

const FIGURES = graphql(`
  query DomainSetFigures($id: UUID!) {
    domainSet(id: $id) {
      contactCount
      usedBy {
        id
        name
        entity
      }
      report {
        items
        exact
        confirmed
        fuzzy
        unknown
        pending
        matchRate
        accounts
        stubs
        lookalikes
      }
    }
  }
`);

const WAYS = graphql(`
  query DomainSetWays($id: UUID!) {
    domain: domainSetItems(id: $id, first: 1, filter: { statuses: [MATCHED], via: DOMAIN }) {
      totalCount
    }
    alternate: domainSetItems(id: $id, first: 1, filter: { statuses: [MATCHED], via: ALTERNATE }) {
      totalCount
    }
    fuzzy: domainSetItems(id: $id, first: 1, filter: { statuses: [MATCHED], via: FUZZY }) {
      totalCount
    }
    manual: domainSetItems(id: $id, first: 1, filter: { statuses: [MATCHED], via: MANUAL }) {
      totalCount
    }
  }
`);

const ITEMS = graphql(`
  query DomainSetItemList($id: UUID!, $first: Int!, $after: String, $filter: DomainSetItemFilter) {
    domainSetItems(id: $id, first: $first, after: $after, filter: $filter) {
      edges {
        cursor
        node {
          ...DomainSetItemShown
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

const ITEM_COUNT = graphql(`
  query DomainSetItemCount($id: UUID!, $filter: DomainSetItemFilter) {
    domainSetItems(id: $id, first: 1, filter: $filter) {
      totalCount
    }
  }
`);

const LINES = graphql(`
  query DomainSetLineList($id: UUID!, $first: Int!, $after: String) {
    domainSetInvalidLines(id: $id, first: $first, after: $after) {
      edges {
        cursor
        node {
          number
          code
          reason
          given
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

const LINE_COUNT = graphql(`
  query DomainSetLineCount($id: UUID!) {
    domainSetInvalidLines(id: $id, first: 1) {
      totalCount
    }
  }
`);

const CONTACTS = graphql(`
  query DomainSetContactList($id: UUID!, $first: Int!, $after: String, $filter: DomainSetContactFilter) {
    domainSetContacts(id: $id, first: $first, after: $after, filter: $filter) {
      edges {
        cursor
        node {
          id
          fullName
          jobTitle
          seniority
          department
          email
          accountId
          accountName
          matchedVia
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

const CONTACT_COUNT = graphql(`
  query DomainSetContactCount($id: UUID!, $filter: DomainSetContactFilter) {
    domainSetContacts(id: $id, first: 1, filter: $filter) {
      totalCount
    }
  }
`);

const JOB = graphql(`
  query DomainSetJob($id: UUID!) {
    job(id: $id) {
      state
      error
      progress {
        ...Progress
      }
    }
  }
`);

export type DomainSet = DomainSetShownFragment;
export type DomainSetItem = DomainSetItemShownFragment;
export type DomainSetLine = DomainSetLineListQuery["domainSetInvalidLines"]["edges"][number]["node"];
export type DomainSetPerson = DomainSetContactListQuery["domainSetContacts"]["edges"][number]["node"];
export type Figures = NonNullable<DomainSetFiguresQuery["domainSet"]>;
export type Report = Figures["report"];

/** First parts of the query keys; what is done to a set changes all of them. */
export const DOMAIN_SETS = "domain-sets";
export const DOMAIN_SET_ITEMS = "domain-set-items";
export const DOMAIN_SET_LINES = "domain-set-lines";
export const DOMAIN_SET_CONTACTS = "domain-set-contacts";

export interface SetsWanted {
  q: string | null;
  archived: boolean;
}

/** Of one set. */
export interface Within<TFilter> {
  id: string;
  filter: TFilter;
}

export async function domainSetPage({ first, after, filter, signal }: PageRequest<SetsWanted, null>) {
  return (await execute(LIST, { first, after: after ?? null, ...filter }, signal)).domainSets;
}

export async function domainSetCount(filter: SetsWanted, signal?: AbortSignal): Promise<number> {
  return (await execute(COUNT, filter, signal)).domainSets.totalCount;
}

export const domainSetQuery = (id: string) =>
  queryOptions({
    queryKey: [DOMAIN_SETS, "one", id],
    queryFn: async ({ signal }) => (await execute(ONE, { id }, signal)).domainSet ?? null,
  });

/** What the matching came to, and the people; apart from the set, because counting takes longer than reading it. */
export const figuresQuery = (id: string) =>
  queryOptions({
    queryKey: [DOMAIN_SETS, "figures", id],
    queryFn: async ({ signal }) => (await execute(FIGURES, { id }, signal)).domainSet ?? null,
  });

/** How what is matched was matched. */
export const waysQuery = (id: string) =>
  queryOptions({
    queryKey: [DOMAIN_SETS, "ways", id],
    queryFn: async ({ signal }) => {
      const { domain, alternate, fuzzy, manual } = await execute(WAYS, { id }, signal);
      return {
        domain: domain.totalCount,
        alternate: alternate.totalCount,
        fuzzy: fuzzy.totalCount,
        manual: manual.totalCount,
      };
    },
  });

export async function itemPage(request: PageRequest<Within<DomainSetItemFilter>, null>) {
  const { first, after, signal } = request;
  return (await execute(ITEMS, { first, after: after ?? null, ...request.filter }, signal)).domainSetItems;
}

export async function itemCount(wanted: Within<DomainSetItemFilter>, signal?: AbortSignal): Promise<number> {
  return (await execute(ITEM_COUNT, wanted, signal)).domainSetItems.totalCount;
}

/** Those to review, in the order of the file. */
export const reviewQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [DOMAIN_SET_ITEMS, "review", id],
    placeholderData: keepPreviousData,
    queryFn: async ({ pageParam, signal }) => {
      const wanted = { id, first: 50, after: pageParam, filter: { statuses: ["FUZZY" as const] } };
      return (await execute(ITEMS, wanted, signal)).domainSetItems;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null),
  });

export async function linePage({ first, after, filter, signal }: PageRequest<Within<null>, null>) {
  return (await execute(LINES, { first, after: after ?? null, id: filter.id }, signal)).domainSetInvalidLines;
}

export async function lineCount({ id }: Within<null>, signal?: AbortSignal): Promise<number> {
  return (await execute(LINE_COUNT, { id }, signal)).domainSetInvalidLines.totalCount;
}

export async function personPage(request: PageRequest<Within<DomainSetContactFilter>, null>) {
  const { first, after, signal } = request;
  return (await execute(CONTACTS, { first, after: after ?? null, ...request.filter }, signal)).domainSetContacts;
}

export async function personCount(wanted: Within<DomainSetContactFilter>, signal?: AbortSignal): Promise<number> {
  return (await execute(CONTACT_COUNT, wanted, signal)).domainSetContacts.totalCount;
}

/** How far the work on a set is; null for a job that the viewer may not see. */
export const matchJobQuery = (id: string) =>
  queryOptions({
    queryKey: [DOMAIN_SETS, "job", id],
    queryFn: async ({ signal }) => (await execute(JOB, { id }, signal)).job ?? null,
  });
