import { queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { ExportListQuery } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";
import type { PageRequest } from "@/lib/use-record-list.ts";

const LIST = graphql(`
  query ExportList($first: Int!, $after: String) {
    exports(first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          entity
          format
          state
          columns
          filter
          createdAt
          createdBy
          mine
          finishedAt
          error
          rows
          asOf
          fileSize
          cutCells
          restricted
          leftOut
          expiresAt
          progress {
            ...Progress
          }
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
  query ExportCount {
    exports(first: 1) {
      totalCount
    }
  }
`);

export type ExportRow = ExportListQuery["exports"]["edges"][number]["node"];

export async function exportPage(request: PageRequest<object, null>) {
  const { first, after, signal } = request;
  const { exports } = await execute(LIST, { first, after: after ?? null }, signal);
  return { ...exports, stale: false };
}

export async function exportCount(_filter: object, signal?: AbortSignal): Promise<number> {
  return (await execute(COUNT, {}, signal)).exports.totalCount;
}

/** The newest exports; one's own that run are watched from every page. */
export const newestExportsQuery = queryOptions({
  queryKey: ["exports", "newest"],
  queryFn: async ({ signal }) =>
    (await exportPage({ first: 10, filter: {}, sort: null, signal })).edges.map((edge) => edge.node),
});
