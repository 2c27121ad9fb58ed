import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { DuplicateFilter, DuplicateQueueQuery, Entity } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";
import { namesOf } from "@/records/names.ts";

const QUEUE = graphql(`
  query DuplicateQueue($entity: Entity!, $filter: DuplicateFilter, $first: Int!, $after: String) {
    duplicates(entity: $entity, filter: $filter, first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          a
          b
          score
          class
          reasons
          dismissedAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      stale
    }
  }
`);

const STANDING = graphql(`
  query DuplicateStanding($entity: Entity!) {
    duplicateStanding(entity: $entity) {
      exact
      duplicate
      review
      dismissed
      lookedAt
      lookedRecords
      jobId
    }
  }
`);

/** Two records that may be one, as they are called now. */
export type Pair = DuplicateQueueQuery["duplicates"]["edges"][number]["node"] & { names: [string, string] };

/** All queries of the queue begin with it: what is merged or judged changes them all. */
export const DUPLICATES = "duplicates";

/** `looked`: the end of the last look, which brings other pairs. */
export const queueQuery = (entity: Entity, filter: DuplicateFilter, looked: string | null | undefined) =>
  infiniteQueryOptions({
    queryKey: [DUPLICATES, entity, "queue", filter, looked],
    enabled: looked !== undefined,
    placeholderData: keepPreviousData,
    queryFn: async ({ pageParam, signal }) => {
      const page = (await execute(QUEUE, { entity, filter, first: 50, after: pageParam }, signal)).duplicates;
      const pairs = page.edges.map(({ node }) => node);
      const names = await namesOf(
        pairs.flatMap(({ a, b }) => [a, b].map((id) => ({ entity, id }))),
        signal,
      );
      const called = (id: string) => names.get(id) ?? (entity === "CONTACT" ? "A contact" : "An account");
      return { ...page, pairs: pairs.map((pair): Pair => ({ ...pair, names: [called(pair.a), called(pair.b)] })) };
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null),
  });

export const standingQuery = (entity: Entity) =>
  queryOptions({
    queryKey: [DUPLICATES, entity, "standing"],
    queryFn: async ({ signal }) => (await execute(STANDING, { entity }, signal)).duplicateStanding,
    // While a look runs its pairs come in.
    refetchInterval: (query) => (query.state.data?.jobId ? 1500 : false),
  });
