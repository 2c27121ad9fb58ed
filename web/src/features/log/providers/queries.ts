import { queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { ProviderListQuery } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";

const LIST = graphql(`
  query ProviderList {
    providers {
      kind
      state
      name
      testable
    }
  }
`);

export type Provider = ProviderListQuery["providers"][number];

/** What Pivotal works with outside of itself, in one order. */
export const providersQuery = queryOptions({
  queryKey: ["providers"],
  queryFn: async ({ signal }) => (await execute(LIST, {}, signal)).providers,
});
