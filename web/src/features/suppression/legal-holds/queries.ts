/** Legal holds: the register, and what stands over a record. */
import { queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { Entity, LegalHoldFilter, LegalHoldShownFragment } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";
import type { PageRequest } from "@/lib/use-record-list.ts";

graphql(`
  fragment LegalHoldShown on LegalHold {
    id
    scope
    recordId
    data
    label
    reason
    reference
    since
    placedBy
    standing
    liftedAt
    liftedBy
    liftReason
    erased
  }
`);

const LIST = graphql(`
  query LegalHoldList($first: Int!, $after: String, $filter: LegalHoldFilter) {
    legalHolds(first: $first, after: $after, filter: $filter) {
      edges {
        cursor
        node {
          ...LegalHoldShown
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
  query LegalHoldCount($filter: LegalHoldFilter) {
    legalHolds(first: 1, filter: $filter) {
      totalCount
    }
  }
`);

const ONE = graphql(`
  query LegalHoldOne($id: UUID!) {
    legalHold(id: $id) {
      ...LegalHoldShown
    }
  }
`);

const OF_RECORD = graphql(`
  query LegalHoldsOf($entity: Entity!, $id: UUID!) {
    legalHoldsOf(entity: $entity, id: $id) {
      ...LegalHoldShown
    }
  }
`);

export type LegalHold = LegalHoldShownFragment;

export async function legalHoldPage(request: PageRequest<LegalHoldFilter, null>) {
  const { first, after, filter, signal } = request;
  return (await execute(LIST, { first, after: after ?? null, filter }, signal)).legalHolds;
}

export async function legalHoldCount(filter: LegalHoldFilter, signal?: AbortSignal): Promise<number> {
  return (await execute(COUNT, { filter }, signal)).legalHolds.totalCount;
}

/** Null: there is none. */
export async function legalHoldById(id: string, signal: AbortSignal): Promise<LegalHold | null> {
  return (await execute(ONE, { id }, signal)).legalHold ?? null;
}

export const legalHoldsOfQuery = (entity: Entity, id: string) =>
  queryOptions({
    queryKey: ["legal-holds", "of", entity, id],
    queryFn: async ({ signal }) => (await execute(OF_RECORD, { entity, id }, signal)).legalHoldsOf,
  });
