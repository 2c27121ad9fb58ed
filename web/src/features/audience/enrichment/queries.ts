/** Suggested industries: what waits, and what was said to the rest. */
import { queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { IndustrySuggestionFilter, IndustrySuggestionShownFragment } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";
import type { PageRequest } from "@/lib/use-record-list.ts";

graphql(`
  fragment IndustrySuggestionShown on IndustrySuggestion {
    accountId
    accountName
    accountDomain
    description
    currentIndustry
    decision
    industry
    naics {
      code
      title
    }
    sic {
      code
      title
    }
    confidence
    suggestedBy
    because {
      place
      words
    }
    suggestedAt
    decidedAt
    decidedByName
    reason
    reverted
  }
`);

const LIST = graphql(`
  query IndustrySuggestionList($first: Int!, $after: String, $filter: IndustrySuggestionFilter) {
    industrySuggestions(first: $first, after: $after, filter: $filter) {
      edges {
        cursor
        node {
          ...IndustrySuggestionShown
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
  query IndustrySuggestionCount($filter: IndustrySuggestionFilter) {
    industrySuggestions(first: 1, filter: $filter) {
      totalCount
    }
  }
`);

const COUNTS = graphql(`
  query IndustrySuggestionCounts {
    industrySuggestionCounts {
      pending
      sure
      accepted
      rejected
      hasModel
    }
  }
`);

const ONE = graphql(`
  query IndustrySuggestionOf($id: UUID!) {
    industrySuggestion(accountId: $id) {
      ...IndustrySuggestionShown
    }
  }
`);

const JOB = graphql(`
  query IndustrySuggestJob($id: UUID!) {
    job(id: $id) {
      state
      error
      progress {
        done
        total
        phase
      }
    }
  }
`);

export type Suggestion = IndustrySuggestionShownFragment;

export async function suggestionPage(request: PageRequest<IndustrySuggestionFilter, null>) {
  const { first, after, filter, signal } = request;
  return (await execute(LIST, { first, after: after ?? null, filter }, signal)).industrySuggestions;
}

export async function suggestionCount(filter: IndustrySuggestionFilter, signal?: AbortSignal): Promise<number> {
  return (await execute(COUNT, { filter }, signal)).industrySuggestions.totalCount;
}

export const suggestionCountsQuery = queryOptions({
  queryKey: ["industry-suggestions", "counts"],
  queryFn: async ({ signal }) => (await execute(COUNTS, {}, signal)).industrySuggestionCounts,
});

export const suggestionQuery = (id: string) =>
  queryOptions({
    queryKey: ["industry-suggestions", "of", id],
    queryFn: async ({ signal }) => (await execute(ONE, { id }, signal)).industrySuggestion ?? null,
  });

export const suggestJobQuery = (id: string) =>
  queryOptions({
    queryKey: ["industry-suggestions", "job", id],
    queryFn: async ({ signal }) => (await execute(JOB, { id }, signal)).job ?? null,
    refetchInterval: ({ state }) => (isOver(state.data?.state) ? false : 1000),
  });

export const isOver = (state: string | undefined): boolean =>
  state !== undefined && state !== "QUEUED" && state !== "RUNNING";
