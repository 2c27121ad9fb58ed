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
        ...Refusal
      }
    }
  }
`);
const UPDATE = graphql(`
  mutation UserUpdate($input: UserUpdateInput!) {
    userUpdate(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const DISABLE = graphql(`
  mutation UserDisable($input: RecordActionInput!) {
    userDisable(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

const ENABLE = graphql(`
  mutation UserEnable($input: RecordActionInput!) {
    userEnable(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

const CORRECT_EMAIL = graphql(`
  mutation UserEmailCorrect($input: UserEmailCorrectInput!) {
    userEmailCorrect(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

/** They sign in with it from then on, and are told there. */
export async function correctEmail(id: string, email: string): Promise<void> {
  accepted((await execute(CORRECT_EMAIL, { input: { id, email } })).userEmailCorrect);
}

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

/** They can sign in again; what they were signed in with before stays ended. */
export async function enableUser(id: string): Promise<void> {
  accepted((await execute(ENABLE, { input: { id } })).userEnable);
}

const RESET_SECOND_FACTOR = graphql(`
  mutation UserSecondFactorReset($userId: UUID!) {
    userSecondFactorReset(userId: $userId) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

/** For who lost the phone and the recovery codes. */
export async function resetSecondFactor(userId: string): Promise<void> {
  accepted((await execute(RESET_SECOND_FACTOR, { userId })).userSecondFactorReset);
}
