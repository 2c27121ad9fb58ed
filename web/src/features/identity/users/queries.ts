import { graphql } from "@/gql/gql.ts";
import type { UserShownFragment } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";
import type { Connection, PageRequest } from "@/lib/use-record-list.ts";

graphql(`
  fragment UserShown on User {
    id
    name
    email
    role
    active
    secondFactor
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
`);

const ONE = graphql(`
  query UserOne($id: UUID!) {
    user(id: $id) {
      ...UserShown
    }
  }
`);

const LIST = graphql(`
  query UserList($first: Int!, $after: String) {
    users(first: $first, after: $after) {
      edges {
        cursor
        node {
          ...UserShown
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

export type UserRow = UserShownFragment;

/** For whoever manages users. Null: there is none. */
export async function userById(id: string, signal: AbortSignal): Promise<UserRow | null> {
  return (await execute(ONE, { id }, signal)).user ?? null;
}

/** Client users get their own colleagues only; the server sees to it. */
export async function userPage({ first, after, signal }: PageRequest<unknown, unknown>): Promise<Connection<UserRow>> {
  const { users } = await execute(LIST, { first, after: after ?? null }, signal);
  return { ...users, stale: false };
}

export async function userCount(_: unknown, signal?: AbortSignal): Promise<number> {
  return (await execute(COUNT, {}, signal)).users.totalCount;
}
