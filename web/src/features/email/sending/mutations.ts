import type { QueryClient } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { EmailUnknownSettleInput } from "@/gql/graphql.ts";
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

/** Of how many it is known now. Nothing is sent again by it. */
export async function settleUnknown(input: EmailUnknownSettleInput): Promise<number> {
  return accepted((await execute(SETTLE, { input })).emailUnknownSettle).settled;
}

/** Figures and recipients of every campaign. */
export function refreshSending(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: [SENDING] });
}
