import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { Button } from "@/components/button.tsx";
import { Dialog } from "@/components/dialog.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { Notice } from "@/components/notice.tsx";
import { RadioGroup } from "@/components/radio-group.tsx";
import { toastDone } from "@/components/toast.tsx";
import { refreshSending, settleUnknown } from "@/features/email/sending/mutations.ts";
import { useMay } from "@/features/identity/me/queries.ts";
import { countOf } from "@/lib/format.ts";
import { recipientsPath } from "@/records/email-sending/ledger-words.ts";

/** Mails that may or may not have left: never sent again by themselves, until somebody says what they found out. */
export function UnknownNotice({ campaignId, count }: { campaignId: string; count: number }) {
  const mayLaunch = useMay("CAMPAIGNS_LAUNCH");
  const [open, setOpen] = useState(false);
  const mails = countOf(count, "mail", "mails");
  return (
    <>
      <Notice
        tone="warning"
        title={`${mails} may or may not have been sent`}
        action={
          mayLaunch ? (
            <Button small data-testid="unknown-settle" onClick={() => setOpen(true)}>
              Settle
            </Button>
          ) : undefined
        }
      >
        The provider gave no answer that says. They are never sent again by themselves; the provider may still tell.{" "}
        <Link className="link" to={recipientsPath(campaignId, "UNKNOWN")}>
          Who they are
        </Link>
      </Notice>
      {open ? <SettleDialog campaignId={campaignId} mails={mails} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function SettleDialog({ campaignId, mails, onClose }: { campaignId: string; mails: string; onClose: () => void }) {
  const client = useQueryClient();
  const [was, setWas] = useState<"SENT" | "NOT_SENT">("SENT");
  const settle = useMutation({
    mutationFn: () => settleUnknown({ campaignId, contactIds: null, was }),
    onSuccess: async (settled) => {
      toastDone(`${countOf(settled, "mail is", "mails are")} settled`);
      onClose();
      await refreshSending(client);
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`What became of ${mails}?`}
      description="Say what you found out, with the provider or a recipient. Nothing is sent by it."
    >
      <FormShell
        onSubmit={() => settle.mutate()}
        loading={settle.isPending}
        submitError={settle.error}
        submitLabel={`Settle ${mails}`}
        onCancel={onClose}
      >
        <RadioGroup
          label="They were"
          value={was}
          onChange={(value) => setWas(value === "SENT" ? "SENT" : "NOT_SENT")}
          options={[
            { value: "SENT", label: "Sent" },
            { value: "NOT_SENT", label: "Not sent", hint: "They count as failed. Write to them by a new campaign." },
          ]}
        />
      </FormShell>
    </Dialog>
  );
}
