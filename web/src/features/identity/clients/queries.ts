import { graphql } from "@/gql/gql.ts";
import type { ClientListQuery } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";
import type { Connection, PageRequest } from "@/lib/use-record-list.ts";

const LIST = graphql(`
  query ClientList($first: Int!, $after: String) {
    clients(first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          name
          createdAt
          userCount
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
  query ClientCount {
    clients(first: 1) {
      totalCount
    }
  }
`);

export type ClientRow = ClientListQuery["clients"]["edges"][number]["node"];

export async function clientPage({
  first,
  after,
  signal,
}: PageRequest<unknown, unknown>): Promise<Connection<ClientRow>> {
  const { clients } = await execute(LIST, { first, after: after ?? null }, signal);
  return { ...clients, stale: false };
}

export async function clientCount(_: unknown, signal?: AbortSignal): Promise<number> {
  return (await execute(COUNT, {}, signal)).clients.totalCount;
}
