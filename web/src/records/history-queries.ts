import { graphql } from "@/gql/gql.ts";
import type { HistoryOfQuery } from "@/gql/graphql.ts";
import { infiniteQueryOptions } from "@tanstack/react-query";
import { execute } from "@/lib/graphql.ts";
import type { RecordKind } from "./record-kind.ts";
import { type TimelineWanted, toFilter } from "./timeline-wanted.ts";

const HISTORY = graphql(`
  query HistoryOf($entity: Entity!, $id: UUID!, $first: Int!, $after: String, $wanted: TimelineFilter) {
    history(entity: $entity, id: $id, first: $first, after: $after, wanted: $wanted) {
      edges {
        cursor
        node {
          position
          eventType
          title
          about
          at
          source
          sourceLabel
          importId
          actorName
          restoredFrom
          undoable
          requestId
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
export const historyQuery = (kind: RecordKind, id: string, wanted: TimelineWanted) =>
  infiniteQueryOptions({
    queryKey: [kind.key, "history", id, "timeline", wanted],
    queryFn: async ({ pageParam, signal }) => {
      const asked = { entity: kind.entity, id, first: 30, after: pageParam, wanted: toFilter(wanted) };
      return (await execute(HISTORY, asked, signal)).history;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null),
  });
