/** Suppressions: the list, one with what happened to it, those of a record, and what the guard says of a value. */
import { queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { Entity, SuppressionFilesQuery, SuppressionFilter, SuppressionShownFragment } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";
import type { PageRequest } from "@/lib/use-record-list.ts";

graphql(`
  fragment SuppressionShown on Suppression {
    id
    kind
    value
    label
    reach
    clientId
    clientName
    campaignId
    campaignName
    brandId
    brandName
    reason
    reasonLabel
    standing
    note
    since
    until
    addedBy
    releasedAt
    releasedBy
    releaseReason
    erased
  }
`);

const LIST = graphql(`
  query SuppressionList($first: Int!, $after: String, $filter: SuppressionFilter) {
    suppressions(first: $first, after: $after, filter: $filter) {
      edges {
        cursor
        node {
          ...SuppressionShown
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
  query SuppressionCount($filter: SuppressionFilter) {
    suppressions(first: 1, filter: $filter) {
      totalCount
    }
  }
`);

const ONE = graphql(`
  query SuppressionOne($id: UUID!) {
    suppression(id: $id) {
      ...SuppressionShown
    }
    suppressionEvents(id: $id) {
      position
      eventType
      title
      text
      at
      actorName
      source
      ip
    }
  }
`);

const OF_RECORD = graphql(`
  query SuppressionsOf($entity: Entity!, $id: UUID!) {
    suppressionsOf(entity: $entity, id: $id) {
      ...SuppressionShown
    }
  }
`);

const CHECK = graphql(`
  query SuppressionCheck($value: String!) {
    suppressionCheck(value: $value) {
      kind
      value
      suppressed
      because {
        suppressionId
        reasonLabel
        since
      }
    }
  }
`);

const FILES = graphql(`
  query SuppressionFiles($reason: SuppressionReason) {
    suppressionFiles(reason: $reason) {
      id
      reason
      reasonLabel
      country
      asOf
      ageDays
      stale
      rows
      added
      already
      refused
      readAt
      readBy
    }
  }
`);

export type Suppression = SuppressionShownFragment;
export type SuppressionFile = SuppressionFilesQuery["suppressionFiles"][number];

/** The last files that were read. */
export const suppressionFilesQuery = queryOptions({
  queryKey: ["suppressions", "files"],
  queryFn: async ({ signal }) => (await execute(FILES, { reason: null }, signal)).suppressionFiles,
});

/** Files of national do-not-call registers alone: others must not push them out of the last ones. */
export const registerFilesQuery = queryOptions({
  queryKey: ["suppressions", "files", "registers"],
  queryFn: async ({ signal }) => (await execute(FILES, { reason: "DNC_REGISTER" }, signal)).suppressionFiles,
});

export async function suppressionPage(request: PageRequest<SuppressionFilter, null>) {
  const { first, after, filter, signal } = request;
  return (await execute(LIST, { first, after: after ?? null, filter }, signal)).suppressions;
}

export async function suppressionCount(filter: SuppressionFilter, signal?: AbortSignal): Promise<number> {
  return (await execute(COUNT, { filter }, signal)).suppressions.totalCount;
}

export const suppressionQuery = (id: string) =>
  queryOptions({
    queryKey: ["suppressions", "one", id],
    queryFn: ({ signal }) => execute(ONE, { id }, signal),
  });

export const suppressionsOfQuery = (entity: Entity, id: string) =>
  queryOptions({
    queryKey: ["suppressions", "of", entity, id],
    queryFn: async ({ signal }) => (await execute(OF_RECORD, { entity, id }, signal)).suppressionsOf,
  });

/** Asked of the guard, as a send would. */
export const suppressionCheckQuery = (value: string) =>
  queryOptions({
    queryKey: ["suppressions", "check", value],
    queryFn: async ({ signal }) => (await execute(CHECK, { value }, signal)).suppressionCheck,
    retry: false,
  });
