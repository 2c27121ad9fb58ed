import { queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { Entity, SavedViewPartsFragment } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";

graphql(`
  fragment SavedViewParts on SavedView {
    id
    entity
    name
    sharing
    teamId
    ownerId
    ownerName
    isPreset
    mayChange
    deleted
    content
  }
`);

const LIST = graphql(`
  query SavedViews($entity: Entity!) {
    savedViews(entity: $entity) {
      ...SavedViewParts
    }
  }
`);

const ONE = graphql(`
  query SavedView($id: UUID!) {
    savedView(id: $id) {
      ...SavedViewParts
    }
  }
`);

export type SavedView = SavedViewPartsFragment;

/** First part of every key of saved views; mutations invalidate by it. */
export const SAVED_VIEWS = "saved-views";

/** One's own, one's teams' and those for everyone, by name. */
export const savedViewsQuery = (entity: Entity) =>
  queryOptions({
    queryKey: [SAVED_VIEWS, entity],
    queryFn: async ({ signal }) => (await execute(LIST, { entity }, signal)).savedViews,
  });

/** A deleted one too; null when there is none, or it may not be seen. */
export const savedViewQuery = (id: string) =>
  queryOptions({
    queryKey: [SAVED_VIEWS, "one", id],
    queryFn: async ({ signal }) => (await execute(ONE, { id }, signal)).savedView ?? null,
    retry: false,
  });
