import { infiniteQueryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { Entity, NotePartsFragment } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";

graphql(`
  fragment NoteParts on Note {
    id
    body
    authorName
    pinned
    createdAt
    editedAt
    editedByName
    mayChange
    version
  }
`);

const LIST = graphql(`
  query Notes($entity: Entity!, $recordId: UUID!, $after: String) {
    notes(entity: $entity, recordId: $recordId, first: 30, after: $after) {
      edges {
        node {
          ...NoteParts
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type Note = NotePartsFragment;

/** Pinned ones first, then the newest. */
export const notesQuery = (entity: Entity, recordId: string) =>
  infiniteQueryOptions({
    queryKey: ["work", "notes", entity, recordId],
    queryFn: async ({ pageParam, signal }) =>
      (await execute(LIST, { entity, recordId, after: pageParam }, signal)).notes,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null),
  });
