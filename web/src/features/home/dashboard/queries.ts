import { graphql } from "@/gql/gql.ts";
import { queryOptions } from "@tanstack/react-query";
import { execute } from "@/lib/graphql.ts";

const COUNTS = graphql(`
  query DashboardCounts($contacts: Boolean!, $accounts: Boolean!, $recent: ContactFilter) {
    contacts(first: 1) @include(if: $contacts) {
      totalCount
    }
    recent: contacts(first: 1, filter: $recent) @include(if: $contacts) {
      totalCount
    }
    accounts(first: 1) @include(if: $accounts) {
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

const TEAM = graphql(`
  query DashboardTeam {
    users(first: 8) {
      totalCount
      edges {
        node {
          id
          name
          email
        }
      }
    }
  }
`);

const FIRST_STEPS = graphql(`
  query FirstSteps {
    firstSteps {
      contact
      account
      import
      colleague
      client
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
        ...Refusal
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
        ...Refusal
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

export const countsQuery = (may: { contacts: boolean; accounts: boolean }) =>
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

/** The first people of the viewer's own organisation; the server shows a client user nobody else. */
export const teamQuery = queryOptions({
  queryKey: ["users", "dashboard", "team"],
  queryFn: async ({ signal }) => {
    const { users } = await execute(TEAM, {}, signal);
    return { total: users.totalCount, rows: users.edges.map((edge) => edge.node) };
  },
});

/** What was done in this installation, sample data apart. Under "contacts", which move most; asked anew on each visit. */
export const firstStepsQuery = queryOptions({
  queryKey: ["contacts", "first-steps"],
  queryFn: async ({ signal }) => (await execute(FIRST_STEPS, {}, signal)).firstSteps,
});

export const sampleDataQuery = queryOptions({
  queryKey: ["sample-data"],
  queryFn: async ({ signal }) => (await execute(SAMPLE, {}, signal)).sampleData,
});

export const sampleDataCommands = {
  add: async () => (await execute(ADD, {})).sampleDataAdd,
  remove: async () => (await execute(REMOVE, {})).sampleDataRemove,
};
