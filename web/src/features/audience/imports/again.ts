/** Imports made of another one: of its rejected rows put right, or of the same file once more. */
import { graphql } from "@/gql/gql.ts";
import { ApiError } from "@/lib/api-error.ts";
import { accepted, execute } from "@/lib/graphql.ts";
import { startImport } from "./mutations.ts";

const FIX = graphql(`
  mutation ImportFixRows($input: ImportFixRowsInput!) {
    importFixRows(input: $input) {
      position
      import {
        id
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);
const AGAIN = graphql(`
  mutation ImportAgain($input: ImportActionInput!) {
    importAgain(input: $input) {
      position
      import {
        id
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

/** What is put right at once; more is mended in the reject file. */
export const MOST_FIXED = 2000;

/** Runs corrected rows as an import of their own with the same settings. Answers with its id. */
export async function importCorrected(
  id: string,
  rows: { row: number; cells: string[] }[],
  idempotencyKey: string,
): Promise<string> {
  const payload = accepted((await execute(FIX, { input: { id, rows, idempotencyKey } })).importFixRows);
  return idOf(payload.import);
}

/** The same file with the same settings, mapped and not started. Answers with its id. */
export async function importAgain(id: string): Promise<string> {
  return idOf(accepted((await execute(AGAIN, { input: { id } })).importAgain).import);
}

/** The whole file once more: rows that were written before come out unchanged, the rest goes in. Answers with its id. */
export async function importRest(id: string): Promise<string> {
  const child = await importAgain(id);
  await startImport(child);
  return child;
}

function idOf(one: { id: string } | null | undefined): string {
  if (one) return one.id;
  throw new ApiError("It was made, and is not to be seen yet. Find it in the list of imports in a moment.", {
    code: "stale",
  });
}
