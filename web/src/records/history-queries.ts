import { graphql } from "@/gql/gql.ts";
import type { HistoryOfQuery } from "@/gql/graphql.ts";
import { infiniteQueryOptions } from "@tanstack/react-query";
import { execute } from "@/lib/graphql.ts";
import type { RecordKind } from "./record-kind.ts";

const HISTORY = graphql(`
  query HistoryOf($entity: Entity!, $id: UUID!, $first: Int!, $after: String) {
    history(entity: $entity, id: $id, first: $first, after: $after) {
      edges {
        cursor
        node {
          position
          eventType
          title
          at
          source
          sourceLabel
          importId
          actorName
          undoable
          changes {
            field
            label
            old
            new
            kept
            rule
            derived
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type HistoryEntry = HistoryOfQuery["history"]["edges"][number]["node"];
export type Change = HistoryEntry["changes"][number];

/** Newest first. */
export const historyQuery = (kind: RecordKind, id: string) =>
  infiniteQueryOptions({
    queryKey: [kind.key, "history", id],
    queryFn: async ({ pageParam, signal }) =>
      (await execute(HISTORY, { entity: kind.entity, id, first: 30, after: pageParam }, signal)).history,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null),
  });
