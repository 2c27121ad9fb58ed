import type { QueryClient } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { PhoneLookupStartInput } from "@/gql/graphql.ts";
import { accepted, execute } from "@/lib/graphql.ts";

const START = graphql(`
  mutation PhoneLookupStart($input: PhoneLookupStartInput!) {
    phoneLookupStart(input: $input) {
      position
      id
      userErrors {
        ...Refusal
      }
    }
  }
`);
const CANCEL = graphql(`
  mutation PhoneLookupCancel($input: PhoneLookupCancelInput!) {
    phoneLookupCancel(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

/** Answers with the id under which it is followed, whether or not the read side knows it yet. */
export async function startLookup(input: PhoneLookupStartInput): Promise<string | null> {
  return accepted((await execute(START, { input })).phoneLookupStart).id;
}

/** What was found out until then stays. */
export async function cancelLookup(id: string): Promise<void> {
  accepted((await execute(CANCEL, { input: { id } })).phoneLookupCancel);
}

/** Contacts and accounts may say something else now. */
export function refreshAfterLookup(client: QueryClient): Promise<unknown> {
  return Promise.all(
    ["phone-lookups", "contacts", "accounts", "history", "sides"].map((key) =>
      client.invalidateQueries({ queryKey: [key] }),
    ),
  );
}
