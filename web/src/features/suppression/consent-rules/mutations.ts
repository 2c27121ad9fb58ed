import type { QueryClient } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { ConsentRuleSetInput } from "@/gql/graphql.ts";
import { accepted, execute } from "@/lib/graphql.ts";

const SET = graphql(`
  mutation ConsentRuleSet($input: ConsentRuleSetInput!) {
    consentRuleSet(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const REMOVE = graphql(`
  mutation ConsentRuleRemove($country: String!) {
    consentRuleRemove(country: $country) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

export async function setConsentRule(input: ConsentRuleSetInput): Promise<void> {
  accepted((await execute(SET, { input })).consentRuleSet);
}

export async function removeConsentRule(country: string): Promise<void> {
  accepted((await execute(REMOVE, { country })).consentRuleRemove);
}

/** The rules, the cards that tell of them, and contacts, which stand by them. */
export async function refreshConsentRules(client: QueryClient): Promise<void> {
  await Promise.all([["consents"], ["contacts"]].map((queryKey) => client.invalidateQueries({ queryKey })));
}
