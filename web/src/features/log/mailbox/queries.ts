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

const OPENED = graphql(`
  query KeptMail($id: UUID!) {
    keptMail(id: $id) {
      text
      html
      headers {
        name
        value
      }
    }
  }
`);

/** Null once it is gone. A mail never changes. */
export const openedMailQuery = (id: string) =>
  queryOptions({
    queryKey: ["kept-mail", id],
    queryFn: async ({ signal }) => (await execute(OPENED, { id }, signal)).keptMail ?? null,
    staleTime: Infinity,
  });
