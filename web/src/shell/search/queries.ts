import { queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { Entity } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";
import { accountsFound, contactsFound } from "./found-in-lists.ts";

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

export type SearchKind = Entity;

/** Part of a text. All pieces one after the other are the text. */
export interface Piece {
  text: string;
  /** Whether it is what was looked for. */
  hit: boolean;
}

export interface SearchHit {
  kind: SearchKind;
  id: string;
  title: string;
  archived: boolean;
  titlePieces: readonly Piece[];
  subtitlePieces: readonly Piece[];
  /** The value that answers best; it may be in the title or below it. */
  matched: { field: string; label: string; pieces: readonly Piece[] } | null;
}

/** The hits of one kind, the best first. */
export interface SearchGroup {
  kind: SearchKind;
  hits: readonly SearchHit[];
  total: number;
  /** `total` was not counted to the end. */
  more: boolean;
}

interface SearchOptions {
  /** Hits of each kind. */
  first: number;
  kinds: readonly SearchKind[];
  archived?: boolean;
}

/** The words, asked of the lists of the kinds: each must begin a word of a name, an email or a company. */
export const searchQuery = (text: string, { first, kinds, archived = false }: SearchOptions) =>
  queryOptions({
    queryKey: ["search", text, { first, kinds, archived }],
    // Typing on overtakes it: it is aborted, and the server told.
    queryFn: async ({ signal }) => {
      const asked = { text, first, archived, signal };
      const groups = await Promise.all(
        kinds.map((kind) => (kind === "CONTACT" ? contactsFound(asked) : accountsFound(asked))),
      );
      return { groups, stale: groups.some((group) => group.stale) };
    },
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
