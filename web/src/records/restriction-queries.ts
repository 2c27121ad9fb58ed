/** How many records of a list may be used for one client only. */
import { queryOptions } from "@tanstack/react-query";
import { accountCount } from "@/features/audience/accounts/queries.ts";
import { contactCount } from "@/features/audience/contacts/queries.ts";
import type { Entity } from "@/gql/graphql.ts";
import { ofRestricted } from "./restriction.ts";

export const restrictedCountQuery = (entity: Entity, filter: object) =>
  queryOptions({
    queryKey: [entity === "ACCOUNT" ? "accounts" : "contacts", "restricted", filter],
    queryFn: ({ signal }) => {
      const count = entity === "ACCOUNT" ? accountCount : contactCount;
      return count(ofRestricted(filter), signal);
    },
  });
