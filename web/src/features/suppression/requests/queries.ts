/** Requests for access and erasure: the register, one with its steps, and where its person is held. */
import { queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { PrivacyRequestFilter, PrivacyRequestShownFragment, PrivacyRequestStepsQuery } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";
import type { PageRequest } from "@/lib/use-record-list.ts";

graphql(`
  fragment PrivacyRequestShown on PrivacyRequest {
    id
    kind
    state
    urgency
    cameBy
    receivedAt
    dueAt
    extended
    extensionWhy
    personLabel
    name
    email
    phone
    contactId
    note
    identity
    refusal
    assigneeId
    assignee
    answering
    answeredBy
    settledAt
    holdings {
      contacts
      events
      consents
      suppressions
      tasks
      notes
      imports
      exports
      importRows
    }
    hashes
    fileSize
    fileExpiresAt
    hasProof
    forgotten
    recordedAt
    recordedBy
  }
`);

const LIST = graphql(`
  query PrivacyRequestList($first: Int!, $after: String, $filter: PrivacyRequestFilter) {
    privacyRequests(first: $first, after: $after, filter: $filter) {
      edges {
        cursor
        node {
          ...PrivacyRequestShown
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
  query PrivacyRequestCount($filter: PrivacyRequestFilter) {
    privacyRequests(first: 1, filter: $filter) {
      totalCount
    }
  }
`);

const WAITING = graphql(`
  query PrivacyRequestsWaiting {
    privacyRequestsWaiting {
      unsettled
      soon
      overdue
    }
  }
`);

const ONE = graphql(`
  query PrivacyRequestOne($id: UUID!) {
    privacyRequest(id: $id) {
      ...PrivacyRequestShown
    }
  }
`);

const STEPS = graphql(`
  query PrivacyRequestSteps($id: UUID!) {
    privacyRequestSteps(id: $id) {
      position
      title
      text
      at
      by
    }
  }
`);

const FOUND = graphql(`
  query PrivacyRequestFound($id: UUID!) {
    privacyRequestFound(id: $id) {
      holdings {
        contacts
        events
        consents
        suppressions
        tasks
        notes
        imports
        exports
        importRows
      }
      contacts {
        id
        label
      }
    }
  }
`);

const WAITS = graphql(`
  query PrivacyRequestWaitsFor($id: UUID!) {
    privacyRequestWaitsFor(id: $id)
  }
`);

const PEOPLE = graphql(`
  query PrivacyRequestAssignees {
    taskAssignees {
      id
      name
    }
  }
`);

export type PrivacyRequest = PrivacyRequestShownFragment;
export type Holdings = NonNullable<PrivacyRequest["holdings"]>;
export type Step = PrivacyRequestStepsQuery["privacyRequestSteps"][number];

/** How often a page looks while an answer is being made. */
const LOOK = 1_500;

/** An erasure is over when the request itself has forgotten who it was, which comes after the answer. */
export function isUnderWay({ answering, kind, state, forgotten }: PrivacyRequest): boolean {
  return answering || (kind === "ERASURE" && state === "ANSWERED" && !forgotten);
}

export async function requestPage(request: PageRequest<PrivacyRequestFilter, null>) {
  const { first, after, filter, signal } = request;
  return (await execute(LIST, { first, after: after ?? null, filter }, signal)).privacyRequests;
}

export async function requestCount(filter: PrivacyRequestFilter, signal?: AbortSignal): Promise<number> {
  return (await execute(COUNT, { filter }, signal)).privacyRequests.totalCount;
}

/** Those about a contact that wait for an answer, the most urgent first. */
export const openRequestsOfQuery = (contactId: string) =>
  queryOptions({
    queryKey: ["privacy-requests", "open-of", contactId],
    queryFn: async ({ signal }) => {
      const filter: PrivacyRequestFilter = { contactId, state: "UNSETTLED" };
      const { edges } = (await execute(LIST, { first: 20, after: null, filter }, signal)).privacyRequests;
      return edges.map(({ node }) => node);
    },
  });

export const requestsWaitingQuery = queryOptions({
  queryKey: ["privacy-requests", "waiting"],
  queryFn: async ({ signal }) => (await execute(WAITING, {}, signal)).privacyRequestsWaiting,
});

export const requestQuery = (id: string) =>
  queryOptions({
    queryKey: ["privacy-requests", "one", id],
    queryFn: async ({ signal }) => (await execute(ONE, { id }, signal)).privacyRequest,
    refetchInterval: ({ state: { data } }) => (data && isUnderWay(data) ? LOOK : false),
  });

/** `version`: of what the steps are told, so that they are asked for anew when it changed. */
export const requestStepsQuery = (id: string, version: string) =>
  queryOptions({
    queryKey: ["privacy-requests", "steps", id, version],
    queryFn: async ({ signal }) => (await execute(STEPS, { id }, signal)).privacyRequestSteps,
  });

export const requestFoundQuery = (id: string) =>
  queryOptions({
    queryKey: ["privacy-requests", "found", id],
    queryFn: async ({ signal }) => (await execute(FOUND, { id }, signal)).privacyRequestFound,
  });

/** What the answer waits for, while it is under way. */
export const requestWaitsQuery = (id: string, underWay: boolean) =>
  queryOptions({
    queryKey: ["privacy-requests", "waits", id],
    queryFn: async ({ signal }) => (await execute(WAITS, { id }, signal)).privacyRequestWaitsFor,
    enabled: underWay,
    refetchInterval: LOOK,
  });

export const requestAssigneesQuery = queryOptions({
  queryKey: ["privacy-requests", "assignees"],
  queryFn: async ({ signal }) => (await execute(PEOPLE, {}, signal)).taskAssignees,
  staleTime: 60_000,
});
