import { graphql } from "@/gql/gql.ts";
import type { UserCreateInput, UserUpdateInput } from "@/gql/graphql.ts";
import { accepted, execute } from "@/lib/graphql.ts";

const CREATE = graphql(`
  mutation UserCreate($input: UserCreateInput!) {
    userCreate(input: $input) {
      position
      user {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
const UPDATE = graphql(`
  mutation UserUpdate($input: UserUpdateInput!) {
    userUpdate(input: $input) {
      position
      userErrors {
        code
        field
        message
      }
    }
  }
`);
const DISABLE = graphql(`
  mutation UserDisable($input: RecordActionInput!) {
    userDisable(input: $input) {
      position
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export async function createUser(input: UserCreateInput): Promise<void> {
  accepted((await execute(CREATE, { input })).userCreate);
}

export async function updateUser(input: UserUpdateInput): Promise<void> {
  accepted((await execute(UPDATE, { input })).userUpdate);
}

/** Ends the person's sessions; they cannot sign in again. */
export async function disableUser(id: string): Promise<void> {
  accepted((await execute(DISABLE, { input: { id } })).userDisable);
}
