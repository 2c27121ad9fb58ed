import { graphql } from "@/gql/gql.ts";
import { accepted, execute } from "@/lib/graphql.ts";

const TEST = graphql(`
  mutation MailTest {
    mailTest {
      sentTo
      userErrors {
        ...Refusal
      }
    }
  }
`);

/** The address it goes to. */
export async function sendTestMail(): Promise<string> {
  return accepted((await execute(TEST, {})).mailTest).sentTo ?? "you";
}
