import { Send, Undo2 } from "lucide-react";
import { useState } from "react";
import { Status } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import type { InvitationState } from "@/gql/graphql.ts";
import { messageOf } from "@/lib/api-error.ts";
import { formatAge } from "@/lib/format.ts";

interface Row {
  id: string;
  email: string;
  state: InvitationState;
  sentAt: string;
}

/** Invitations that wait for an answer. Without the two acts it only shows them. */
export function OpenInvitations({
  rows,
  onChanged,
  resend,
  revoke,
}: {
  rows: readonly Row[];
  onChanged: () => void;
  resend?: (id: string) => Promise<void>;
  revoke?: (id: string) => Promise<void>;
}) {
  /** What is being done, by the invitation: pressed twice, one mail goes out. */
  const [busy, setBusy] = useState<string | null>(null);
  const act = async (what: (id: string) => Promise<void>, row: Row, done: string) => {
    setBusy(row.id);
    try {
      await what(row.id);
      toastDone(done);
    } catch (error) {
      toastFailed(messageOf(error), () => void act(what, row, done));
    } finally {
      setBusy(null);
    }
    onChanged();
  };
  if (rows.length === 0) return null;
  return (
    <Card title="Invitations">
      <ul aria-label="Invitations" className="flex flex-col">
        {rows.map((row) => (
          <li key={row.id} className="row flex-wrap gap-3 py-2">
            <span className="grow min-w-0">
              <span className="mono block clip">{row.email}</span>
              <span className="t-2 block">Sent {formatAge(row.sentAt)}</span>
            </span>
            {row.state === "EXPIRED" ? (
              <Status tone="warning">Expired</Status>
            ) : (
              <Status tone="primary">Waiting for an answer</Status>
            )}
            {resend === undefined ? null : (
              <Button
                small
                icon={Send}
                busy={busy === row.id}
                aria-label={`Send again: the invitation to ${row.email}`}
                onClick={() => void act(resend, row, `A new invitation to ${row.email} is on its way`)}
              >
                Send again
              </Button>
            )}
            {revoke === undefined ? null : (
              <Button
                small
                icon={Undo2}
                busy={busy === row.id}
                aria-label={`Withdraw the invitation to ${row.email}`}
                onClick={() => void act(revoke, row, `The invitation to ${row.email} is withdrawn`)}
              >
                Withdraw
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
