import { useQuery } from "@tanstack/react-query";
import { MailPlus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/button.tsx";
import { LoadError } from "@/components/notice.tsx";
import { InviteEmailDialog } from "./invite-email-dialog.tsx";
import { inviteColleague, resendToColleague, revokeOfColleague } from "@/features/identity/invitations/mutations.ts";
import { OpenInvitations } from "./open-invitations.tsx";
import { colleagueInvitationsQuery } from "@/features/identity/invitations/queries.ts";

/** A client's own people ask others to join their organisation. */
export function InviteColleague({ client }: { client: string }) {
  const query = useQuery(colleagueInvitationsQuery(client));
  const [inviting, setInviting] = useState(false);
  return (
    <>
      <Button icon={MailPlus} onClick={() => setInviting(true)}>
        Invite a colleague
      </Button>
      {inviting ? (
        <InviteEmailDialog
          title="Invite a colleague"
          send={inviteColleague}
          onSent={() => void query.refetch()}
          onClose={() => setInviting(false)}
        />
      ) : null}
    </>
  );
}

export function ColleagueInvitations({ client }: { client: string }) {
  const query = useQuery(colleagueInvitationsQuery(client));
  if (query.isError) {
    return (
      <div className="px-5 pb-2">
        <LoadError what="Invitations" error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  if (query.data === undefined || query.data.length === 0) return null;
  return (
    <div className="px-5 pb-2">
      <OpenInvitations
        rows={query.data}
        onChanged={() => void query.refetch()}
        resend={resendToColleague}
        revoke={revokeOfColleague}
      />
    </div>
  );
}
