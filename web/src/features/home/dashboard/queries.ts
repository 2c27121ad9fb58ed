import { graphql } from "@/gql/gql.ts";
import { queryOptions } from "@tanstack/react-query";
import { execute } from "@/lib/graphql.ts";

const COUNTS = graphql(`
  query DashboardCounts($contacts: Boolean!, $accounts: Boolean!, $imports: Boolean!, $recent: ContactFilter) {
    contacts(first: 1) @include(if: $contacts) {
      totalCount
    }
    recent: contacts(first: 1, filter: $recent) @include(if: $contacts) {
      totalCount
    }
    accounts(first: 1) @include(if: $accounts) {
      totalCount
    }
    imports(first: 1) @include(if: $imports) {
      totalCount
    }
  }
`);

const PEOPLE = graphql(`
  query DashboardPeople($users: Boolean!, $clients: Boolean!) {
    users(first: 1) @include(if: $users) {
      totalCount
    }
    clients(first: 1) @include(if: $clients) {
      totalCount
    }
  }
`);

const SAMPLE = graphql(`
  query SampleData {
    sampleData {
      present
      accounts
      contacts
      users
    }
  }
`);

const ADD = graphql(`
  mutation SampleDataAdd {
    sampleDataAdd {
      status {
        present
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const REMOVE = graphql(`
  mutation SampleDataRemove {
    sampleDataRemove {
      status {
        present
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Midnight a week ago, so that the key holds still for a day. */
function weekAgo(): string {
  const date = new Date();
  date.setHours(0, 0, 0, 0);
  date.setDate(date.getDate() - 7);
  return date.toISOString();
}

export const countsQuery = (may: { contacts: boolean; accounts: boolean; imports: boolean }) =>
  queryOptions({
    // Under "contacts", so that every change of a contact counts again.
    queryKey: ["contacts", "dashboard", may],
    queryFn: ({ signal }) => execute(COUNTS, { ...may, recent: { createdFrom: weekAgo() } }, signal),
    enabled: may.contacts || may.accounts,
  });

export const peopleQuery = (may: { users: boolean; clients: boolean }) =>
  queryOptions({
    queryKey: ["users", "dashboard", may],
    queryFn: ({ signal }) => execute(PEOPLE, may, signal),
    enabled: may.users || may.clients,
  });

export const sampleDataQuery = queryOptions({
  queryKey: ["sample-data"],
  queryFn: async ({ signal }) => (await execute(SAMPLE, {}, signal)).sampleData,
});

export const sampleDataCommands = {
  add: async () => (await execute(ADD, {})).sampleDataAdd,
  remove: async () => (await execute(REMOVE, {})).sampleDataRemove,
};
