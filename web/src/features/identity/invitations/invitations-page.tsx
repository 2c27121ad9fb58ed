import { useQuery, useQueryClient } from "@tanstack/react-query";
import { MailPlus, Plus, Send, Undo2 } from "lucide-react";
import { useState } from "react";
import { Status, type Tone } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { Empty } from "@/components/empty.tsx";
import { LoadError } from "@/components/notice.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { ScrollRegion } from "@/components/scroll-region.tsx";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import type { InvitationState } from "@/gql/graphql.ts";
import { messageOf } from "@/lib/api-error.ts";
import { formatAge, formatFull } from "@/lib/format.ts";
import { roleName } from "@/lib/permissions.ts";
import { useListState } from "@/lib/use-list-state.ts";
import { usePageActions } from "@/shell/actions.ts";
import { useCrumb } from "@/shell/crumbs.tsx";
import { PageSkeleton } from "@/shell/shell.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { resendInvitation, revokeInvitation } from "./mutations.ts";
import { type InvitationRow, invitationsQuery } from "./queries.ts";
import "@/components/data-table/table.css";

const STATES: Record<InvitationState, { label: string; tone: Tone | "hollow" }> = {
  OPEN: { label: "Waiting for an answer", tone: "primary" },
  EXPIRED: { label: "Expired", tone: "warning" },
  ACCEPTED: { label: "Accepted", tone: "success" },
  REVOKED: { label: "Withdrawn", tone: "hollow" },
};

/** Who was asked by mail to join, and what became of it. */
export default function InvitationsPage() {
  useCrumb("Invitations");
  const state = useListState();
  const client = useQueryClient();
  const query = useQuery(invitationsQuery);
  const invite = () => state.setCreating(true);
  usePageActions([
    { id: "invite", label: "Invite", icon: Plus, group: "On this page", keys: "c", primary: true, run: invite },
  ]);
  /** What is being done, by the invitation: pressed twice, one mail goes out. */
  const [busy, setBusy] = useState<string | null>(null);
  const act = async (what: (id: string) => Promise<void>, row: InvitationRow, done: string) => {
    setBusy(row.id);
    try {
      await what(row.id);
      toastDone(done);
    } catch (error) {
      toastFailed(messageOf(error), () => void act(what, row, done));
    } finally {
      setBusy(null);
    }
    await client.invalidateQueries({ queryKey: invitationsQuery.queryKey });
  };
  return (
    <section className="relative flex min-h-0 flex-1 flex-col" aria-label="Invitations">
      <PageHead title="Invitations" count={query.data?.length ?? null} />
      {query.isPending ? (
        <PageSkeleton />
      ) : query.isError ? (
        <div className="p-5">
          <LoadError what="Invitations" error={query.error} retry={() => void query.refetch()} />
        </div>
      ) : query.data.length === 0 ? (
        <Empty
          icon={MailPlus}
          title="Nobody was invited yet"
          actions={
            <Button variant="primary" icon={Plus} onClick={invite}>
              Invite
            </Button>
          }
        >
          Whoever you invite gets a mail with a link, and chooses a name and a password.
        </Empty>
      ) : (
        <Table
          rows={query.data}
          busy={busy}
          onResend={(row) => void act(resendInvitation, row, `A new invitation to ${row.email} is on its way`)}
          onRevoke={(row) => void act(revokeInvitation, row, `The invitation to ${row.email} is withdrawn`)}
        />
      )}
      {state.creating ? <InviteDialog onClose={() => state.setCreating(false)} /> : null}
    </section>
  );
}

function Table({
  rows,
  busy,
  onResend,
  onRevoke,
}: {
  rows: InvitationRow[];
  busy: string | null;
  onResend: (row: InvitationRow) => void;
  onRevoke: (row: InvitationRow) => void;
}) {
  return (
    <ScrollRegion label="List of invitations" className="min-h-0 flex-1 overflow-auto">
      <table className="dt flush min-w-300">
        <thead>
          <tr>
            <th scope="col">Email</th>
            <th scope="col" className="w-56">
              As
            </th>
            <th scope="col" className="w-48">
              State
            </th>
            <th scope="col" className="w-40">
              Invited by
            </th>
            <th scope="col" className="r w-28">
              Sent
            </th>
            <th scope="col" className="r w-64">
              Actions
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="mono">{row.email}</td>
              <td>{row.client === null || row.client === undefined ? roleName(row.role) : row.client.name}</td>
              <td>
                <Status tone={STATES[row.state].tone}>{STATES[row.state].label}</Status>
              </td>
              <td className="t-2">{row.invitedBy ?? "Pivotal"}</td>
              <td className="r t-2" title={formatFull(row.sentAt)}>
                {formatAge(row.sentAt)}
              </td>
              <td className="r">
                {row.state === "OPEN" || row.state === "EXPIRED" ? (
                  <span className="row justify-end">
                    <Button
                      small
                      icon={Send}
                      busy={busy === row.id}
                      aria-label={`Send again: the invitation to ${row.email}`}
                      onClick={() => onResend(row)}
                    >
                      Send again
                    </Button>
                    <Button
                      small
                      icon={Undo2}
                      busy={busy === row.id}
                      aria-label={`Withdraw the invitation to ${row.email}`}
                      onClick={() => onRevoke(row)}
                    >
                      Withdraw
                    </Button>
                  </span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
