import { graphql } from "@/gql/gql.ts";
import type { AccountFilter, AccountListQuery, RecordSort } from "@/gql/graphql.ts";
import { queryOptions } from "@tanstack/react-query";
import { execute } from "@/lib/graphql.ts";
import type { PageRequest } from "@/lib/use-record-list.ts";

const LIST = graphql(`
  query AccountList($first: Int!, $after: String, $before: String, $filter: AccountFilter, $sort: RecordSort) {
    accounts(first: $first, after: $after, before: $before, filter: $filter, sort: $sort) {
      stale
      edges {
        cursor
        node {
          id
          name
          domain
          industry
          employeesSizeRange
          staffCount
          hqCity
          hqCountry
          mainPhone
          tags
          status
          ownerName
          clientRestrictionId
          clientRestrictionName
          contactCount
          archived
          mayArchive
          createdAt
          updatedAt
          version
          fields
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
  query AccountCount($filter: AccountFilter) {
    accounts(first: 1, filter: $filter) {
      totalCount
    }
  }
`);

const ONE = graphql(`
  query AccountRecord($id: UUID!) {
    account(id: $id) {
      id
      name
      domain
      industry
      employeesSizeRange
      staffCount
      hqCity
      hqCountry
      mainPhone
      status
      ownerName
      contactCount
      archived
      mergedInto
      mayArchive
      sourceLabel
      importId
      teamName
      clientRestrictionId
      clientRestrictionName
      createdAt
      updatedAt
      version
      fields
      parent {
        id
        name
      }
    }
  }
`);

export type AccountRow = AccountListQuery["accounts"]["edges"][number]["node"];

export async function accountPage(request: PageRequest<AccountFilter, RecordSort>) {
  const { signal, ...variables } = request;
  return (await execute(LIST, variables, signal)).accounts;
}

export async function accountCount(filter: AccountFilter, signal?: AbortSignal): Promise<number> {
  return (await execute(COUNT, { filter }, signal)).accounts.totalCount;
}

export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: ["accounts", "record", id],
    queryFn: ({ signal }) => execute(ONE, { id }, signal),
    select: (data) => data.account ?? null,
  });
