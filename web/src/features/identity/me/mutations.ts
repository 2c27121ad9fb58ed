import { graphql } from "@/gql/gql.ts";
import { accepted, execute } from "@/lib/graphql.ts";

const NAME = graphql(`
  mutation ProfileChange($input: ProfileChangeInput!) {
    profileChange(input: $input) {
      userErrors {
        ...Refusal
      }
    }
  }
`);
const PASSWORD = graphql(`
  mutation PasswordChange($input: PasswordChangeInput!) {
    passwordChange(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

const EMAIL = graphql(`
  mutation EmailChangeAsk($input: EmailChangeAskInput!) {
    emailChangeAsk(input: $input) {
      userErrors {
        ...Refusal
      }
    }
  }
`);

export async function changeName(name: string): Promise<void> {
  accepted((await execute(NAME, { input: { name } })).profileChange);
}

/** All other sessions end. */
export async function changePassword(current: string, next: string): Promise<void> {
  accepted((await execute(PASSWORD, { input: { current, new: next } })).passwordChange);
}

/** Nothing changes before the link that goes to the new address is followed. */
export async function askForEmail(email: string, password: string): Promise<void> {
  accepted((await execute(EMAIL, { input: { email, password } })).emailChangeAsk);
}
