import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { PhoneLookupFullFragment, PhoneLookupOutcome } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";
import { subscribe } from "@/lib/subscribe.ts";
import type { PageRequest } from "@/lib/use-record-list.ts";

graphql(`
  fragment PhoneLookupFull on PhoneLookup {
    id
    state
    byIds
    expected
    importId
    again
    which
    provider
    counts {
      mobile
      fixedLine
      notFound
      voip
      other
      notValid
      noPhone
      refused
      notRun
      known
      changed
      done
    }
    lines {
      code
      label
      count
    }
    createdAt
    createdBy
    finishedAt
    error
    progress {
      ...Progress
    }
  }
`);
const ONE = graphql(`
  query PhoneLookupOne($id: UUID!) {
    phoneLookup(id: $id) {
      ...PhoneLookupFull
    }
  }
`);
const LIST = graphql(`
  query PhoneLookupList($first: Int!, $after: String, $importId: UUID) {
    phoneLookups(first: $first, after: $after, importId: $importId) {
      stale
      edges {
        cursor
        node {
          ...PhoneLookupFull
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
  query PhoneLookupCount {
    phoneLookups(first: 1) {
      totalCount
    }
  }
`);
const CONTACTS = graphql(`
  query PhoneLookupContacts($id: UUID!, $outcome: PhoneLookupOutcome, $first: Int!, $after: String) {
    phoneLookupContacts(id: $id, outcome: $outcome, first: $first, after: $after) {
      edges {
        node {
          contactId
          accountId
          name
          phone
          carrier
          outcome
          line
          lineLabel
          changed
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
const SETTINGS = graphql(`
  query PhoneLookupSettings {
    phoneLookupSettings {
      provider
      perMinute
      keptDays
    }
  }
`);
const PROGRESS = graphql(`
  subscription PhoneLookupProgress($id: UUID!) {
    phoneLookupProgress(id: $id) {
      ...PhoneLookupFull
    }
  }
`);

export type PhoneLookup = PhoneLookupFullFragment;

export async function fetchLookup(id: string, signal: AbortSignal): Promise<PhoneLookup | null> {
  return (await execute(ONE, { id }, signal)).phoneLookup ?? null;
}

export async function lookupPage(request: PageRequest<object, null>) {
  const { first, after, signal } = request;
  return (await execute(LIST, { first, after: after ?? null }, signal)).phoneLookups;
}

export async function lookupCount(_filter: object, signal?: AbortSignal): Promise<number> {
  return (await execute(COUNT, {}, signal)).phoneLookups.totalCount;
}

/** The last run over what an import made or changed; null before there was one. */
export const lookupOfImportQuery = (importId: string) =>
  queryOptions({
    queryKey: ["phone-lookups", "import", importId],
    queryFn: async ({ signal }) =>
      (await execute(LIST, { first: 1, importId }, signal)).phoneLookups.edges[0]?.node ?? null,
  });

/** What this deployment can find out. It does not change while the app is open. */
export const lookupSettingsQuery = queryOptions({
  queryKey: ["phone-lookups", "settings"],
  queryFn: async ({ signal }) => (await execute(SETTINGS, {}, signal)).phoneLookupSettings,
  staleTime: Number.POSITIVE_INFINITY,
});

const PAGE = 50;

/** What became of the contacts or accounts of one outcome; `moved` tells one end from the next. */
export const lookedUpContactsQuery = (id: string, outcome: PhoneLookupOutcome, moved: string) =>
  infiniteQueryOptions({
    queryKey: ["phone-lookups", "contacts", id, outcome, moved],
    queryFn: async ({ pageParam, signal }) => {
      const asked = { id, outcome, first: PAGE, after: pageParam };
      const { edges, pageInfo } = (await execute(CONTACTS, asked, signal)).phoneLookupContacts;
      return {
        rows: edges.map((edge) => edge.node),
        next: pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null,
      };
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export function watchLookup(id: string, onData: (one: PhoneLookup) => void): () => void {
  return subscribe(PROGRESS, { id }, (data) => onData(data.phoneLookupProgress));
}
