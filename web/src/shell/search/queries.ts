import { queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { SearchKind, SearchQuery } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";

const SEARCH = graphql(`
  query Search($text: String!, $kinds: [SearchKind!], $first: Int!, $archived: Boolean!, $audiences: Boolean!) {
    search(text: $text, kinds: $kinds, first: $first, archived: $archived) {
      stale
      audiences @include(if: $audiences) {
        total
        hits {
          kind
          id
          entity
          archived
          tags
          namePieces {
            text
            hit
          }
        }
      }
      groups {
        kind
        total
        more
        hits {
          kind
          id
          title
          archived
          titlePieces {
            text
            hit
          }
          subtitlePieces {
            text
            hit
          }
          matched {
            field
            label
            pieces {
              text
              hit
            }
          }
        }
      }
    }
  }
`);

const OPENED = graphql(`
  query SearchOpened(
    $first: Int!
    $contacts: ContactFilter
    $accounts: AccountFilter
    $withContacts: Boolean!
    $withAccounts: Boolean!
  ) {
    contacts(first: $first, filter: $contacts) @include(if: $withContacts) {
      edges {
        node {
          id
          fullName
          email
          jobTitle
          accountName
          archived
          erased
        }
      }
    }
    accounts(first: $first, filter: $accounts) @include(if: $withAccounts) {
      edges {
        node {
          id
          name
          domain
          archived
        }
      }
    }
  }
`);

export type { SearchKind };
export type SearchGroup = SearchQuery["search"]["groups"][number];
export type SearchHit = SearchGroup["hits"][number];
/** Segments, lists and domain sets. */
export type Audiences = NonNullable<SearchQuery["search"]["audiences"]>;
export type AudienceHit = Audiences["hits"][number];
export type Piece = SearchHit["titlePieces"][number];

interface SearchOptions {
  /** Hits of each kind. */
  first: number;
  kinds: readonly SearchKind[];
  archived?: boolean;
  /** Segments, lists and domain sets, too. */
  audiences?: boolean;
}

export const searchQuery = (text: string, { first, kinds, archived = false, audiences = false }: SearchOptions) =>
  queryOptions({
    queryKey: ["search", text, { first, kinds, archived, audiences }],
    // Typing on overtakes it: it is aborted, and the server told.
    queryFn: async ({ signal }) =>
      (await execute(SEARCH, { text, first, kinds: [...kinds], archived, audiences }, signal)).search,
    enabled: text !== "",
    // Anybody may have changed what is found; what is known shows meanwhile.
    staleTime: 0,
    // The read side had not reached our own write in time: ask again until it has.
    refetchInterval: (query) => (query.state.data?.stale === true ? 1000 : false),
  });

/** A record that was opened, by its name as it is now. */
export interface OpenedRecord {
  kind: SearchKind;
  id: string;
  title: string;
  subtitle: string;
  archived: boolean;
}

/** In the order given. What was erased, or may no longer be seen, is left out. */
export const openedQuery = (records: readonly { kind: SearchKind; id: string }[]) =>
  queryOptions({
    queryKey: ["search", "opened", records],
    queryFn: async ({ signal }): Promise<OpenedRecord[]> => {
      const ids = (kind: SearchKind) => records.filter((one) => one.kind === kind).map(({ id }) => id);
      const [contactIds, accountIds] = [ids("CONTACT"), ids("ACCOUNT")];
      const variables = {
        first: records.length,
        contacts: { ids: contactIds, archived: null },
        accounts: { ids: accountIds, archived: null },
        withContacts: contactIds.length > 0,
        withAccounts: accountIds.length > 0,
      };
      const { contacts, accounts } = await execute(OPENED, variables, signal);
      const found = [
        ...(contacts?.edges ?? [])
          .filter(({ node }) => !node.erased)
          .map(({ node }): OpenedRecord => ({
            kind: "CONTACT",
            id: node.id,
            title: node.fullName || node.email || "Unnamed contact",
            subtitle: [node.jobTitle, node.accountName].filter(Boolean).join(", "),
            archived: node.archived,
          })),
        ...(accounts?.edges ?? []).map(({ node }): OpenedRecord => ({
          kind: "ACCOUNT",
          id: node.id,
          title: node.name || node.domain || "Unnamed account",
          subtitle: node.name ? (node.domain ?? "") : "",
          archived: node.archived,
        })),
      ];
      return records.flatMap(({ id }) => found.find((one) => one.id === id) ?? []);
    },
    enabled: records.length > 0,
  });
