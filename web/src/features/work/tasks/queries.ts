import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { Entity, TaskFilter, TaskPartsFragment } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";

graphql(`
  fragment TaskParts on Task {
    id
    title
    details
    state
    priority
    dueOn
    dueAt
    assigneeId
    assigneeName
    entity
    recordId
    recordName
    createdByName
    settledAt
    settledByName
    mayChange
    version
  }
`);

const LIST = graphql(`
  query Tasks($filter: TaskFilter!, $first: Int!, $after: String) {
    tasks(filter: $filter, first: $first, after: $after) {
      totalCount
      edges {
        node {
          ...TaskParts
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const COUNTS = graphql(`
  query TaskCounts($timeZone: String!) {
    taskCounts(timeZone: $timeZone) {
      open
      overdue
    }
  }
`);

const ASSIGNEES = graphql(`
  query TaskAssignees {
    taskAssignees {
      id
      name
    }
  }
`);

export type Task = TaskPartsFragment;

/** First part of every key about tasks and notes; mutations invalidate by it. */
export const WORK = "work";

const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Page by page; open ones by when they are due, settled ones the latest first. */
export const tasksQuery = (filter: TaskFilter, first = 50) =>
  infiniteQueryOptions({
    queryKey: [WORK, "tasks", filter, first],
    queryFn: async ({ pageParam, signal }) =>
      (await execute(LIST, { filter: { ...filter, timeZone: zone() }, first, after: pageParam }, signal)).tasks,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null),
  });

/** All that is loaded of a list. */
export const tasksOf = (data: { pages: { edges: { node: Task }[] }[] } | undefined): Task[] =>
  data?.pages.flatMap((page) => page.edges.map((edge) => edge.node)) ?? [];

export const ofRecord = (entity: Entity, recordId: string): TaskFilter => ({ entity, recordId });

/** One's own open ones. Looked at again now and then: what was due later is overdue by and by. */
export const taskCountsQuery = () =>
  queryOptions({
    queryKey: [WORK, "counts", "mine"],
    queryFn: async ({ signal }) => (await execute(COUNTS, { timeZone: zone() }, signal)).taskCounts,
    staleTime: 60_000,
    refetchInterval: 5 * 60_000,
  });

/** Whom a task can be given to. */
export const assigneesQuery = () =>
  queryOptions({
    queryKey: ["task-assignees"],
    queryFn: async ({ signal }) => (await execute(ASSIGNEES, {}, signal)).taskAssignees,
    staleTime: 5 * 60_000,
  });
