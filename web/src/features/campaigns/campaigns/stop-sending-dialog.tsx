import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { toastDone } from "@/components/toast.tsx";
import { refreshSwitch, stopSending } from "./switch-queries.ts";

/** Stops everything that sends, at once. Whoever may change settings allows it again. */
export function StopSendingDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const stop = useMutation({
    mutationFn: () => stopSending(reason.trim() === "" ? null : reason.trim()),
    onSuccess: async () => {
      toastDone("All sending is stopped");
      await refreshSwitch(client);
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title="Stop all sending?"
      description="Nothing more leaves, of any campaign, by mail or by phone, until an admin allows it again. Only what is being handed over at this moment still goes out. Nothing is lost: campaigns go on where they were."
    >
      <FormShell
        onSubmit={() => stop.mutate()}
        loading={stop.isPending}
        submitError={stop.error}
        submitLabel="Stop all sending"
        submitTone="danger-solid"
        failedTitle="Not stopped. Mail still leaves."
        onCancel={onClose}
      >
        <TextField
          label="Why"
          hint="Everybody reads it at the top of every page."
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </FormShell>
    </Dialog>
  );
}
