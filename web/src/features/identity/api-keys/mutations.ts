import { graphql } from "@/gql/gql.ts";
import type { ApiKeyCreateInput } from "@/gql/graphql.ts";
import { accepted, execute } from "@/lib/graphql.ts";

const CREATE = graphql(`
  mutation ApiKeyCreate($input: ApiKeyCreateInput!) {
    apiKeyCreate(input: $input) {
      secret
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const REVOKE = graphql(`
  mutation ApiKeyRevoke($id: UUID!) {
    apiKeyRevoke(id: $id) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

/** The secret, which is to be had only now. */
export async function createApiKey(input: ApiKeyCreateInput): Promise<string> {
  return accepted((await execute(CREATE, { input })).apiKeyCreate).secret ?? "";
}

export async function revokeApiKey(id: string): Promise<void> {
  accepted((await execute(REVOKE, { id })).apiKeyRevoke);
}
