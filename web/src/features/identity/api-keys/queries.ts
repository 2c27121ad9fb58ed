import { queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { ApiKeyListQuery, ApiKeyScopesQuery } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";

const LIST = graphql(`
  query ApiKeyList {
    apiKeys {
      id
      name
      prefix
      scopes
      state
      madeBy
      expiresAt
      lastUsedAt
      lastUsedIp
    }
  }
`);
const SCOPES = graphql(`
  query ApiKeyScopes {
    apiKeyScopes {
      permission
      act
    }
  }
`);

export type ApiKeyRow = ApiKeyListQuery["apiKeys"][number];
export type ApiKeyScope = ApiKeyScopesQuery["apiKeyScopes"][number];

/** The newest first. */
export const apiKeysQuery = queryOptions({
  queryKey: ["api-keys"],
  queryFn: async ({ signal }) => (await execute(LIST, {}, signal)).apiKeys,
});

/** What a key of the viewer's can be for. */
export const apiKeyScopesQuery = queryOptions({
  queryKey: ["api-key-scopes"],
  queryFn: async ({ signal }) => (await execute(SCOPES, {}, signal)).apiKeyScopes,
  staleTime: 5 * 60_000,
});
