import { queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import { execute } from "@/lib/graphql.ts";

const RULES = graphql(`
  query AccessRules {
    accessRules {
      secondStepFor
    }
  }
`);

export const accessRulesQuery = queryOptions({
  queryKey: ["access-rules"],
  queryFn: async ({ signal }) => (await execute(RULES, {}, signal)).accessRules,
});
