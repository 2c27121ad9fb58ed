import { graphql } from "@/gql/gql.ts";
import { accepted, execute } from "@/lib/graphql.ts";
import { fromProblem } from "@/lib/api-error.ts";
import { send } from "@/lib/http.ts";

const END = graphql(`
  mutation SessionEnd($id: UUID!) {
    sessionEnd(id: $id) {
      ended
      userErrors {
        ...Refusal
      }
    }
  }
`);
const END_OTHERS = graphql(`
  mutation SessionsEndOthers {
    sessionsEndOthers {
      ended
      userErrors {
        ...Refusal
      }
    }
  }
`);
const END_OF_USER = graphql(`
  mutation UserSessionsEnd($input: UserSessionsEndInput!) {
    userSessionsEnd(input: $input) {
      ended
      userErrors {
        ...Refusal
      }
    }
  }
`);

export async function endSession(id: string): Promise<void> {
  accepted((await execute(END, { id })).sessionEnd);
}

export async function endOtherSessions(): Promise<void> {
  accepted((await execute(END_OTHERS, {})).sessionsEndOthers);
}

/** All of somebody's; how many there were. */
export async function endSessionsOf(userId: string): Promise<number> {
  return accepted((await execute(END_OF_USER, { input: { userId } })).userSessionsEnd).ended ?? 0;
}

async function post(path: string, body: object): Promise<void> {
  const response = await send(`/api/v1/auth/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw fromProblem(response.status, await response.json().catch(() => null));
}

/** The answer is the same whether or not somebody signs in with the address. */
export async function askForNewPassword(email: string): Promise<void> {
  await post("password/forgotten", { email });
}

/** By the link of a mail. */
export async function setNewPassword(token: string, password: string): Promise<void> {
  await post("password/new", { token, password });
}

/** By the link that went to the new address. */
export async function confirmEmail(token: string): Promise<void> {
  await post("email/confirm", { token });
}

/** By the link that went to the address before: all sessions end. */
export async function keepEmail(token: string): Promise<void> {
  await post("email/keep", { token });
}
