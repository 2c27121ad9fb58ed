import type { QueryClient } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import { accepted, execute } from "@/lib/graphql.ts";

const ASSIGN = graphql(`
  mutation EmailReplyAssign($id: UUID!, $userId: UUID) {
    emailReplyAssign(id: $id, userId: $userId) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const DONE = graphql(`
  mutation EmailReplyDone($id: UUID!) {
    emailReplyDone(id: $id) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const REOPEN = graphql(`
  mutation EmailReplyReopen($id: UUID!) {
    emailReplyReopen(id: $id) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const MATCH = graphql(`
  mutation EmailReplyMatch($id: UUID!, $contactId: UUID!) {
    emailReplyMatch(id: $id, contactId: $contactId) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

/** Where it was written; null where it was so before, so that nothing changed. */
export type Written = number | null;

/** `null`: to nobody. */
export async function assignReply(id: string, userId: string | null): Promise<Written> {
  return accepted((await execute(ASSIGN, { id, userId })).emailReplyAssign).position ?? null;
}

/** Puts it away, or takes it out again. */
export async function settleReply(id: string, done: boolean): Promise<Written> {
  if (done) return accepted((await execute(DONE, { id })).emailReplyDone).position ?? null;
  return accepted((await execute(REOPEN, { id })).emailReplyReopen).position ?? null;
}

/** Says which contact wrote it. */
export async function matchReply(id: string, contactId: string): Promise<Written> {
  return accepted((await execute(MATCH, { id, contactId })).emailReplyMatch).position ?? null;
}

/** The list, its number, and the one that is read. */
export function refreshReplies(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: ["email-replies"] });
}
