/** What records are called now, for lists that remember ids alone. */
import { graphql } from "@/gql/gql.ts";
import type { Entity } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";

const NAMES = graphql(`
  query UndoNames($contacts: [UUID!]!, $accounts: [UUID!]!, $ofContacts: Boolean!, $ofAccounts: Boolean!) {
    contacts(first: 100, filter: { ids: $contacts, archived: null }) @include(if: $ofContacts) {
      edges {
        node {
          id
          fullName
          email
        }
      }
    }
    accounts(first: 100, filter: { ids: $accounts, archived: null }) @include(if: $ofAccounts) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);

/** At most a hundred of each. Those that are erased, or may not be seen, have none. */
export async function namesOf(
  records: readonly { entity: Entity; id: string }[],
  signal: AbortSignal,
): Promise<Map<string, string>> {
  if (records.length === 0) return new Map();
  const ids = (entity: Entity) => [...new Set(records.filter((one) => one.entity === entity).map((one) => one.id))];
  const [contacts, accounts] = [ids("CONTACT"), ids("ACCOUNT")];
  const asked = { contacts, accounts, ofContacts: contacts.length > 0, ofAccounts: accounts.length > 0 };
  const found = await execute(NAMES, asked, signal);
  const people = (found.contacts?.edges ?? []).map(({ node }) => [node.id, node.fullName ?? node.email] as const);
  const companies = (found.accounts?.edges ?? []).map(({ node }) => [node.id, node.name] as const);
  return new Map([...people, ...companies].flatMap(([id, name]) => (name ? [[id, name] as const] : [])));
}
