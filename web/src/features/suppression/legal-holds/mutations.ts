import type { QueryClient } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { LegalHoldFilter, LegalHoldPlaceInput } from "@/gql/graphql.ts";
import { download } from "@/lib/download.ts";
import { accepted, execute } from "@/lib/graphql.ts";

const PLACE = graphql(`
  mutation LegalHoldPlace($input: LegalHoldPlaceInput!) {
    legalHoldPlace(input: $input) {
      id
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const LIFT = graphql(`
  mutation LegalHoldLift($id: UUID!, $reason: String!) {
    legalHoldLift(id: $id, reason: $reason) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

export async function placeLegalHold(input: LegalHoldPlaceInput): Promise<void> {
  accepted((await execute(PLACE, { input })).legalHoldPlace);
}

export async function liftLegalHold(id: string, reason: string): Promise<void> {
  accepted((await execute(LIFT, { id, reason })).legalHoldLift);
}

/** What the register shows, as CSV. */
export function exportLegalHolds(filter: LegalHoldFilter): Promise<void> {
  const params = new URLSearchParams();
  if (typeof filter.standing === "boolean") params.set("standing", String(filter.standing));
  if (filter.scope) params.set("scope", filter.scope.toLowerCase());
  if (filter.reference) params.set("reference", filter.reference);
  return download(`/api/v1/legal-holds/file?${params}`, "legal-holds.csv");
}

/** The register, the notices on records, and the rules, which say what is on hold. */
export async function refreshLegalHolds(client: QueryClient): Promise<void> {
  const told = [["legal-holds"], ["retention", "rules"]];
  await Promise.all(told.map((queryKey) => client.invalidateQueries({ queryKey })));
}
