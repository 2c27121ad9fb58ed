import { graphql } from "@/gql/gql.ts";
import type { InvitationSendInput } from "@/gql/graphql.ts";
import { accepted, execute } from "@/lib/graphql.ts";

const SEND = graphql(`
  mutation InvitationSend($input: InvitationSendInput!) {
    invitationSend(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const RESEND = graphql(`
  mutation InvitationResend($id: UUID!) {
    invitationResend(id: $id) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const REVOKE = graphql(`
  mutation InvitationRevoke($id: UUID!) {
    invitationRevoke(id: $id) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

export async function sendInvitation(input: InvitationSendInput): Promise<void> {
  accepted((await execute(SEND, { input })).invitationSend);
}

/** A new link and a new week; the old link is void. */
export async function resendInvitation(id: string): Promise<void> {
  accepted((await execute(RESEND, { id })).invitationResend);
}

export async function revokeInvitation(id: string): Promise<void> {
  accepted((await execute(REVOKE, { id })).invitationRevoke);
}

const INVITE_COLLEAGUE = graphql(`
  mutation ColleagueInvite($email: String!) {
    colleagueInvite(email: $email) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const RESEND_TO_COLLEAGUE = graphql(`
  mutation ColleagueInvitationResend($id: UUID!) {
    colleagueInvitationResend(id: $id) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const REVOKE_OF_COLLEAGUE = graphql(`
  mutation ColleagueInvitationRevoke($id: UUID!) {
    colleagueInvitationRevoke(id: $id) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

/** To one's own organisation; as what, nobody says. */
export async function inviteColleague(email: string): Promise<void> {
  accepted((await execute(INVITE_COLLEAGUE, { email })).colleagueInvite);
}

export async function resendToColleague(id: string): Promise<void> {
  accepted((await execute(RESEND_TO_COLLEAGUE, { id })).colleagueInvitationResend);
}

export async function revokeOfColleague(id: string): Promise<void> {
  accepted((await execute(REVOKE_OF_COLLEAGUE, { id })).colleagueInvitationRevoke);
}
