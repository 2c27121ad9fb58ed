import type { QueryClient } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { ConsentFilter, ConsentRecordInput, ConsentTakeBackInput, ConsentWithdrawInput } from "@/gql/graphql.ts";
import { download } from "@/lib/download.ts";
import { accepted, execute } from "@/lib/graphql.ts";
import { rest } from "@/lib/http.ts";

const RECORD = graphql(`
  mutation ConsentRecord($input: ConsentRecordInput!) {
    consentRecord(input: $input) {
      statementIds
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const WITHDRAW = graphql(`
  mutation ConsentWithdraw($input: ConsentWithdrawInput!) {
    consentWithdraw(input: $input) {
      suppressed
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const TAKE_BACK = graphql(`
  mutation ConsentTakeBack($input: ConsentTakeBackInput!) {
    consentTakeBack(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

/** Answers with the statements that count now, one for each channel. */
export async function recordConsent(input: ConsentRecordInput): Promise<string[]> {
  return accepted((await execute(RECORD, { input })).consentRecord).statementIds;
}

/** Answers with how many addresses or numbers are suppressed. */
export async function withdrawConsent(input: ConsentWithdrawInput): Promise<number> {
  return accepted((await execute(WITHDRAW, { input })).consentWithdraw).suppressed;
}

export async function takeConsentBack(input: ConsentTakeBackInput): Promise<void> {
  accepted((await execute(TAKE_BACK, { input })).consentTakeBack);
}

const proofPath = (contactId: string, statementId: string) =>
  `/api/v1/contacts/${contactId}/consents/${statementId}/proof`;

/** The file that proves a statement. It has one. */
export async function attachProof(contactId: string, statementId: string, file: File): Promise<void> {
  const params = new URLSearchParams({ fileName: file.name });
  await rest(`${proofPath(contactId, statementId)}?${params}`, {
    method: "PUT",
    headers: { "content-type": "application/octet-stream" },
    body: file,
  });
}

export function downloadProof(contactId: string, statementId: string, fileName: string): Promise<void> {
  return download(proofPath(contactId, statementId), fileName);
}

/** What the register shows, as CSV. */
export function exportConsents(filter: ConsentFilter): Promise<void> {
  const params = new URLSearchParams();
  for (const name of ["channel", "standing", "state"] as const) {
    const value = filter[name];
    if (value) params.set(name, value.toLowerCase());
  }
  if (typeof filter.proven === "boolean") params.set("proven", String(filter.proven));
  if (filter.q) params.set("q", filter.q);
  return download(`/api/v1/consents/file?${params}`, "consents.csv");
}

/** The register, the cards, the time lines, contacts, which say how they stand, and what a withdrawal suppresses. */
export async function refreshConsents(client: QueryClient): Promise<void> {
  const told = [["consents"], ["suppressions"], ["history"], ["contacts"]];
  await Promise.all(told.map((queryKey) => client.invalidateQueries({ queryKey })));
}
