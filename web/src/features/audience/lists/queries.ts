import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { Entity, ListsFilter, ListPartsFragment, RecordSort } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";
import type { PageRequest } from "@/lib/use-record-list.ts";

graphql(`
  fragment ListParts on List {
    id
    entity
    name
    tags
    visibility
    teamId
    ownerId
    ownerName
    source
    reference
    fill
    snapshotAt
    members
    membersChangedAt
    archived
    createdAt
    updatedAt
    mayEdit
    mayShare
  }
`);

const LIST = graphql(`
  query Lists($first: Int!, $after: String, $before: String, $filter: ListsFilter, $sort: RecordSort) {
    lists(first: $first, after: $after, before: $before, filter: $filter, sort: $sort) {
      stale
      edges {
        cursor
        node {
          ...ListParts
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
  query ListCount($filter: ListsFilter) {
    lists(first: 1, filter: $filter) {
      totalCount
    }
  }
`);

const TAGS = graphql(`
  query ListTags($filter: ListsFilter) {
    lists(first: 100, filter: $filter) {
      edges {
        node {
          tags
        }
      }
    }
  }
`);

const ONE = graphql(`
  query ListOne($id: UUID!) {
    list(id: $id) {
      ...ListParts
    }
  }
`);

const USES = graphql(`
  query ListUses($id: UUID!) {
    list(id: $id) {
      usedBy {
        kind
        id
        name
      }
    }
  }
`);

export type List = ListPartsFragment;

/** First part of every key of lists; mutations invalidate by it. */
export const LISTS = "lists";

export async function listsPage(request: PageRequest<ListsFilter, RecordSort>) {
  const { signal, ...variables } = request;
  return (await execute(LIST, variables, signal)).lists;
}

export async function listsCount(filter: ListsFilter, signal?: AbortSignal): Promise<number> {
  return (await execute(COUNT, { filter }, signal)).lists.totalCount;
}

/** An archived one too; null when there is none, or it may not be seen. */
export const listQuery = (id: string) =>
  queryOptions({
    queryKey: [LISTS, "one", id],
    queryFn: async ({ signal }) => (await execute(ONE, { id }, signal)).list ?? null,
  });

/** What relies on it: asked for when somebody wants to know. */
export const listUsesQuery = (id: string) =>
  queryOptions({
    queryKey: [LISTS, "uses", id],
    queryFn: async ({ signal }) => (await execute(USES, { id }, signal)).list?.usedBy ?? [],
  });

const FOUND = 12;

/** The few whose names have the words, for whoever chooses one. The one that changed last comes first. */
export const listsFoundQuery = (filter: ListsFilter) =>
  queryOptions({
    queryKey: [LISTS, "found", filter],
    queryFn: async ({ signal }) => {
      const sort: RecordSort = { field: "updated_at", direction: "DESC" };
      return (await listsPage({ first: FOUND, filter, sort, signal })).edges.map((edge) => edge.node);
    },
    placeholderData: keepPreviousData,
  });

/** Tags in use, by the alphabet: of the newest hundred lists. */
export const listTagsQuery = (entity: Entity) =>
  queryOptions({
    queryKey: [LISTS, "tags", entity],
    queryFn: async ({ signal }) => {
      const { edges } = (await execute(TAGS, { filter: { entity, archived: null } }, signal)).lists;
      return [...new Set(edges.flatMap((edge) => edge.node.tags))].toSorted((a, b) => a.localeCompare(b));
    },
  });
