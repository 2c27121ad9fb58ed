import { graphql } from "@/gql/gql.ts";
import type { UserListQuery } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";
import type { Connection, PageRequest } from "@/lib/use-record-list.ts";

const LIST = graphql(`
  query UserList($first: Int!, $after: String) {
    users(first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          name
          email
          role
          active
          createdAt
          lastLoginAt
          teams {
            id
            name
          }
          client {
            id
            name
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
  query UserCount {
    users(first: 1) {
      totalCount
    }
  }
`);

export type UserRow = UserListQuery["users"]["edges"][number]["node"];

/** Client users get their own colleagues only; the server sees to it. */
export async function userPage({ first, after, signal }: PageRequest<unknown, unknown>): Promise<Connection<UserRow>> {
  const { users } = await execute(LIST, { first, after: after ?? null }, signal);
  return { ...users, stale: false };
}

export async function userCount(_: unknown, signal?: AbortSignal): Promise<number> {
  return (await execute(COUNT, {}, signal)).users.totalCount;
}
