import { queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { Entity } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";

const CONTACTS = graphql(`
  query MergeContacts($ids: [UUID!]!) {
    contacts(filter: { ids: $ids, archived: null }, first: 60) {
      edges {
        node {
          id
          version
          archived
          fields
          accountId
          accountName
          createdAt
          updatedAt
        }
      }
    }
  }
`);

const ACCOUNTS = graphql(`
  query MergeAccounts($ids: [UUID!]!) {
    accounts(filter: { ids: $ids, archived: null }, first: 60) {
      edges {
        node {
          id
          version
          archived
          fields
          createdAt
          updatedAt
        }
      }
    }
  }
`);

/** A record as it is held against others. */
export interface Side {
  id: string;
  version: number;
  fields: Record<string, unknown>;
  createdAt: string;
  updatedAt: string;
}

/** Queries of records side by side begin with it: what is merged or judged changes them. */
export const SIDES = "sides";

/** Those of these that are there and active, in the order they were asked for. */
export const sidesQuery = (entity: Entity, ids: readonly string[]) =>
  queryOptions({
    queryKey: [SIDES, entity, ids],
    queryFn: async ({ signal }): Promise<Side[]> => {
      const found = new Map<string, Side>();
      if (entity === "ACCOUNT") {
        const { accounts } = await execute(ACCOUNTS, { ids: [...ids] }, signal);
        for (const { node } of accounts.edges) {
          if (!node.archived) found.set(node.id, { ...node, fields: { ...(node.fields as Side["fields"]) } });
        }
      } else {
        const { contacts } = await execute(CONTACTS, { ids: [...ids] }, signal);
        for (const { node } of contacts.edges) {
          const fields = { ...(node.fields as Side["fields"]) };
          if (node.accountName) fields.account = node.accountName;
          if (!node.archived) found.set(node.id, { ...node, fields });
        }
      }
      return ids.flatMap((id) => found.get(id) ?? []);
    },
  });
