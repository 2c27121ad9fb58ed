import { graphql } from "@/gql/gql.ts";
import type { SecondStepFor } from "@/gql/graphql.ts";
import { accepted, execute } from "@/lib/graphql.ts";

const SET = graphql(`
  mutation AccessRulesSet($input: AccessRulesSetInput!) {
    accessRulesSet(input: $input) {
      userErrors {
        ...Refusal
      }
    }
  }
`);

export async function requireSecondStep(secondStepFor: SecondStepFor): Promise<void> {
  accepted((await execute(SET, { input: { secondStepFor } })).accessRulesSet);
}
