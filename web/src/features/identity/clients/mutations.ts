import { graphql } from "@/gql/gql.ts";
import { accepted, execute } from "@/lib/graphql.ts";

const CREATE = graphql(`
  mutation ClientCreate($input: ClientCreateInput!) {
    clientCreate(input: $input) {
      position
      userErrors {
        code
        field
        message
      }
    }
  }
`);
const RENAME = graphql(`
  mutation ClientRename($input: ClientRenameInput!) {
    clientRename(input: $input) {
      position
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export async function createClient(name: string, idempotencyKey: string): Promise<void> {
  accepted((await execute(CREATE, { input: { name, idempotencyKey } })).clientCreate);
}

export async function renameClient(id: string, name: string): Promise<void> {
  accepted((await execute(RENAME, { input: { id, name } })).clientRename);
}
