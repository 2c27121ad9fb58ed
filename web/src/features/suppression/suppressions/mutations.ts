import type { QueryClient } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { SuppressionsAddInput } from "@/gql/graphql.ts";
import { accepted, execute } from "@/lib/graphql.ts";
import type { Suppression } from "./queries.ts";

const ADD = graphql(`
  mutation SuppressionsAdd($input: SuppressionsAddInput!) {
    suppressionsAdd(input: $input) {
      ids
      added
      already
      refused {
        line
        value
        message
      }
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const RELEASE = graphql(`
  mutation SuppressionRelease($id: UUID!, $reason: String!) {
    suppressionRelease(id: $id, reason: $reason) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

export async function addSuppressions(input: SuppressionsAddInput) {
  return accepted((await execute(ADD, { input })).suppressionsAdd);
}

export async function releaseSuppression(id: string, reason: string): Promise<void> {
  accepted((await execute(RELEASE, { id, reason })).suppressionRelease);
}

/** Takes a release back: the same key is suppressed again, for the same reason, as far and as long as before. */
export async function suppressAgain(released: Suppression): Promise<void> {
  const { kind, value, reason, clientId, campaignId, brandId, until, note } = released;
  if (value === null) return;
  await addSuppressions({ entries: [{ value, kind }], reason, clientId, campaignId, brandId, until, note });
}

/** What was erased cannot be added as it was. */
export const canSuppressAgain = ({ value }: Suppression): boolean => value !== null;

/** The list, the pages that tell of it, the time lines, and contacts, which say by what they are suppressed. */
export async function refreshSuppressions(client: QueryClient): Promise<void> {
  const told = [["suppressions"], ["history"], ["contacts"]];
  await Promise.all(told.map((queryKey) => client.invalidateQueries({ queryKey })));
}
