import { queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { MailboxQuery } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";

const MAILBOX = graphql(`
  query Mailbox {
    mailbox {
      via
      kept
      mails {
        id
        sentAt
        toName
        toAddress
        subject
        text
      }
    }
  }
`);

export type KeptMail = MailboxQuery["mailbox"]["mails"][number];

/** Mail is sent by a job, so it comes a moment after what caused it. */
export const mailboxQuery = queryOptions({
  queryKey: ["mailbox"],
  queryFn: async ({ signal }) => (await execute(MAILBOX, {}, signal)).mailbox,
  refetchInterval: 5_000,
});
