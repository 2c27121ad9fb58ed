import { queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { InvitationListQuery, Role } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";
import { rest } from "@/lib/http.ts";

const LIST = graphql(`
  query InvitationList {
    invitations {
      id
      email
      role
      state
      sentAt
      expiresAt
      invitedBy
      client {
        id
        name
      }
    }
  }
`);

export type InvitationRow = InvitationListQuery["invitations"][number];

/** The newest first. */
export const invitationsQuery = queryOptions({
  queryKey: ["invitations"],
  queryFn: async ({ signal }) => (await execute(LIST, {}, signal)).invitations,
});

export interface InvitedAs {
  email: string;
  role: Role;
  client: string | null;
}

/** What the link of a mail is for. Whoever asks is not signed in. */
export const invitedQuery = (token: string) =>
  queryOptions({
    queryKey: ["invited", token],
    queryFn: ({ signal }) =>
      rest<InvitedAs>("/api/v1/auth/invitations/show", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ token }),
        signal,
      }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });

const OF_COLLEAGUES = graphql(`
  query ColleagueInvitations($id: UUID!) {
    clientInvitations(id: $id) {
      id
      email
      state
      sentAt
    }
  }
`);

/** Those to one's own organisation that wait for an answer. */
export const colleagueInvitationsQuery = (client: string) =>
  queryOptions({
    queryKey: ["invitations", "colleagues", client],
    queryFn: async ({ signal }) => (await execute(OF_COLLEAGUES, { id: client }, signal)).clientInvitations,
  });
