import { useQuery } from "@tanstack/react-query";
import { MailPlus, Users } from "lucide-react";
import { useState } from "react";
import { Avatar } from "@/components/avatar.tsx";
import { Status } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { Empty } from "@/components/empty.tsx";
import { LoadError } from "@/components/notice.tsx";
import { InviteEmailDialog } from "@/records/invitations/invite-email-dialog.tsx";
import { OpenInvitations } from "@/records/invitations/open-invitations.tsx";
import { resendInvitation, revokeInvitation, sendInvitation } from "@/features/identity/invitations/mutations.ts";
import { disableUser, enableUser } from "@/features/identity/users/mutations.ts";
import { formatAge } from "@/lib/format.ts";
import { PageSkeleton } from "@/shell/shell.tsx";
import { type Client, clientUsersQuery } from "./queries.ts";
import { useAct } from "./use-client.ts";

/** Who of the client signs in, and who was asked to. */
export function ClientUsers({ client, change }: { client: Client; change: boolean }) {
  const act = useAct();
  const query = useQuery(clientUsersQuery(client.id));
  const [inviting, setInviting] = useState(false);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <LoadError what="Its users" error={query.error} retry={() => void query.refetch()} />;
  const { clientUsers: users, clientInvitations: invitations } = query.data;
  const invite = change ? (
    <Button icon={MailPlus} onClick={() => setInviting(true)}>
      Invite
    </Button>
  ) : undefined;
  const disable = (id: string, name: string) =>
    void act(
      () => disableUser(id),
      `${name} can no longer sign in`,
      () => enableUser(id),
    );
  const enable = (id: string, name: string) =>
    void act(
      () => enableUser(id),
      `${name} can sign in again`,
      () => disableUser(id),
    );
  return (
    <>
      {users.length === 0 ? (
        <Empty icon={Users} title="Nobody of this client signs in yet" actions={invite}>
          Whoever you invite gets a mail with a link, and chooses a name and a password.
        </Empty>
      ) : (
        <Card title="Users" aside={invite}>
          <ul aria-label="Users" className="flex flex-col">
            {users.map((user) => (
              <li key={user.id} className="row gap-3 py-2">
                <Avatar name={user.name} />
                <span className="grow min-w-0">
                  <span className="med block clip">{user.name}</span>
                  <span className="mono t-2 block clip">{user.email}</span>
                </span>
                <span className="t-2 max-md:hidden">
                  {user.lastLoginAt ? `Signed in ${formatAge(user.lastLoginAt)}` : "Never signed in"}
                </span>
                {user.active ? <Status tone="success">Active</Status> : <Status tone="hollow">Disabled</Status>}
                {change ? (
                  user.active ? (
                    <Button small aria-label={`Disable ${user.name}`} onClick={() => disable(user.id, user.name)}>
                      Disable
                    </Button>
                  ) : (
                    <Button small aria-label={`Enable ${user.name}`} onClick={() => enable(user.id, user.name)}>
                      Enable
                    </Button>
                  )
                ) : null}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <OpenInvitations
        rows={invitations}
        onChanged={() => void query.refetch()}
        {...(change ? { resend: resendInvitation, revoke: revokeInvitation } : {})}
      />
      {inviting ? (
        <InviteEmailDialog
          title={`Invite somebody of ${client.name}`}
          send={(email) => sendInvitation({ email, role: "CLIENT_USER", clientId: client.id })}
          onSent={() => void query.refetch()}
          onClose={() => setInviting(false)}
        />
      ) : null}
    </>
  );
}
