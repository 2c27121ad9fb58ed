import { graphql } from "@/gql/gql.ts";
import type { ContactFilter, ContactListQuery, RecordSort } from "@/gql/graphql.ts";
import { queryOptions } from "@tanstack/react-query";
import { execute } from "@/lib/graphql.ts";
import type { PageRequest } from "@/lib/use-record-list.ts";

const LIST = graphql(`
  query ContactList($first: Int!, $after: String, $before: String, $filter: ContactFilter, $sort: RecordSort) {
    contacts(first: $first, after: $after, before: $before, filter: $filter, sort: $sort) {
      stale
      edges {
        cursor
        node {
          id
          fullName
          jobTitle
          seniorityLevel
          department
          email
          emailStatus
          directPhone
          accountId
          accountName
          accountDomain
          city
          country
          lifecycle
          tags
          ownerName
          clientRestrictionId
          clientRestrictionName
          archived
          mayArchive
          erased
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
  query ContactCount($filter: ContactFilter) {
    contacts(first: 1, filter: $filter) {
      totalCount
    }
  }
`);

const ONE = graphql(`
  query ContactRecord($id: UUID!) {
    contact(id: $id) {
      id
      fullName
      jobTitle
      email
      emailStatus
      directPhone
      mobilePhone
      phoneStatus
      accountId
      accountName
      accountDomain
      accountLink
      timezone
      ownerName
      archived
      mergedInto
      mayArchive
      erased
      sourceLabel
      importId
      teamName
      clientRestrictionId
      clientRestrictionName
      createdAt
      updatedAt
      version
      fields
    }
  }
`);

export type ContactRow = ContactListQuery["contacts"]["edges"][number]["node"];

export async function contactPage(request: PageRequest<ContactFilter, RecordSort>) {
  const { signal, ...variables } = request;
  return (await execute(LIST, variables, signal)).contacts;
}

export async function contactCount(filter: ContactFilter, signal?: AbortSignal): Promise<number> {
  return (await execute(COUNT, { filter }, signal)).contacts.totalCount;
}

export const contactQuery = (id: string) =>
  queryOptions({
    queryKey: ["contacts", "record", id],
    queryFn: ({ signal }) => execute(ONE, { id }, signal),
    select: (data) => data.contact ?? null,
  });
