import type { QueryClient } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { EmailVerificationStartInput } from "@/gql/graphql.ts";
import { accepted, execute } from "@/lib/graphql.ts";

const START = graphql(`
  mutation EmailVerificationStart($input: EmailVerificationStartInput!) {
    emailVerificationStart(input: $input) {
      position
      id
      userErrors {
        ...Refusal
      }
    }
  }
`);
const CANCEL = graphql(`
  mutation EmailVerificationCancel($input: EmailVerificationCancelInput!) {
    emailVerificationCancel(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

/** Answers with the id under which it is followed, whether or not the read side knows it yet. */
export async function startVerification(input: EmailVerificationStartInput): Promise<string | null> {
  return accepted((await execute(START, { input })).emailVerificationStart).id;
}

/** What was found out until then stays. */
export async function cancelVerification(id: string): Promise<void> {
  accepted((await execute(CANCEL, { input: { id } })).emailVerificationCancel);
}

/** Contacts may say something else now. */
export function refreshAfterVerification(client: QueryClient): Promise<unknown> {
  return Promise.all(
    ["email-verifications", "contacts", "history", "sides"].map((key) => client.invalidateQueries({ queryKey: [key] })),
  );
}
