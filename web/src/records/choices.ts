/** What a field that points to something can be set to, found by name. */
import { accountPage } from "@/features/audience/accounts/queries.ts";
import type { Entity } from "@/gql/graphql.ts";
import { suggestionsQuery } from "./filter-queries.ts";
import { CLIENT_RESTRICTION } from "./restriction.ts";

export interface Choice {
  value: string;
  label: string;
  detail?: string | undefined;
}

/** For `useQuery`. */
export interface ChoicesQuery {
  queryKey: readonly unknown[];
  queryFn: (context: { signal: AbortSignal }) => Promise<readonly Choice[]>;
}

const SHOWN = 12;

/** Accounts by name or domain. `except`: an account is not its own parent. */
export function accountChoices(words: string, except?: string): ChoicesQuery {
  return {
    queryKey: ["accounts", "picker", words],
    queryFn: async ({ signal }) => {
      const page = await accountPage({ first: SHOWN, filter: words === "" ? {} : { q: words }, sort: null, signal });
      return page.edges
        .filter(({ node }) => node.id !== except)
        .map(({ node: { id, name, domain } }) => ({
          value: id,
          label: name ?? domain ?? "Unnamed account",
          detail: name === null ? undefined : (domain ?? undefined),
        }));
    },
  };
}

/** Users by name, the one who looks first. */
export function chosenUsers(
  entity: Entity,
  field: string,
  words: string,
  me: { id: string; name: string },
): ChoicesQuery {
  const { queryKey, queryFn } = suggestionsQuery(entity, field, words);
  return {
    queryKey: [...queryKey, "choices", me.id],
    queryFn: async (context) => {
      const found = await queryFn(context);
      const own = found.some(({ value }) => value === "me" || value === me.id);
      const others = found.filter(({ value }) => value !== "me" && value !== me.id);
      return [...(own ? [{ value: me.id, label: me.name, detail: "you" }] : []), ...others];
    },
  };
}

/** Clients in use by name, for whoever may see them all. */
export function clientChoices(entity: Entity, words: string): ChoicesQuery {
  const { queryKey, queryFn } = suggestionsQuery(entity, CLIENT_RESTRICTION, words);
  return { queryKey: [...queryKey, "choices"], queryFn };
}

export function teamChoices(entity: Entity, words: string): ChoicesQuery {
  const { queryKey, queryFn } = suggestionsQuery(entity, "team", words);
  return { queryKey: [...queryKey, "choices"], queryFn };
}
