import type { QueryClient } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { EmailPolicyInput, EmailUnknownSettleInput } from "@/gql/graphql.ts";
import { accepted, execute } from "@/lib/graphql.ts";
import { SENDING } from "./queries.ts";

const SETTLE = graphql(`
  mutation EmailUnknownSettle($input: EmailUnknownSettleInput!) {
    emailUnknownSettle(input: $input) {
      position
      settled
      userErrors {
        ...Refusal
      }
    }
  }
`);

const SET_POLICY = graphql(`
  mutation EmailPolicySet($input: EmailPolicyInput!) {
    emailPolicySet(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

/** All of it at once. What is being sent follows within a second. */
export async function setPolicy(input: EmailPolicyInput): Promise<void> {
  accepted((await execute(SET_POLICY, { input })).emailPolicySet);
}

/** Of how many it is known now. Nothing is sent again by it. */
export async function settleUnknown(input: EmailUnknownSettleInput): Promise<number> {
  return accepted((await execute(SETTLE, { input })).emailUnknownSettle).settled;
}

/** Figures and recipients of every campaign. */
export function refreshSending(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: [SENDING] });
}
