import { graphql } from "@/gql/gql.ts";
import type { ProviderKind } from "@/gql/graphql.ts";
import { accepted, execute } from "@/lib/graphql.ts";

const TEST = graphql(`
  mutation ProviderTest($kind: ProviderKind!) {
    providerTest(kind: $kind) {
      worked
      message
      userErrors {
        ...Refusal
      }
    }
  }
`);

/** Asks it something that does no harm. What does not work is an answer, not an error. */
export async function testProvider(kind: ProviderKind): Promise<{ worked: boolean; message: string }> {
  const { worked, message } = accepted((await execute(TEST, { kind })).providerTest);
  return { worked: worked ?? false, message: message ?? "" };
}
