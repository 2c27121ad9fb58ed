/** The rules of consent by country, and their changes. */
import { queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { ConsentRulesQuery } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";

const RULES = graphql(`
  query ConsentRules {
    consentRules {
      country
      name
      email
      phone
      changedAt
      changedBy
      note
    }
    consentRuleChanges {
      position
      country
      name
      rule {
        email
        phone
      }
      previous {
        email
        phone
      }
      note
      at
      actorName
    }
  }
`);

export type ConsentRule = ConsentRulesQuery["consentRules"][number];
export type ConsentRuleChange = ConsentRulesQuery["consentRuleChanges"][number];

export const consentRulesQuery = queryOptions({
  queryKey: ["consents", "rules"],
  queryFn: ({ signal }) => execute(RULES, {}, signal),
});
