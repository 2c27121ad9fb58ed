import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { enterView } from "@/lib/viewing.ts";
import { beginView } from "./mutations.ts";
import type { Client } from "./queries.ts";
import { refusedField, refusedWhole } from "./refused.ts";

/** To see for half an hour what the client's people see. Who did, and why, stands in the client's history. */
export function ViewDialog({ client, onClose }: { client: Client; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const begin = useMutation({
    mutationFn: () => beginView(client.id, reason.trim()),
    onSuccess: () => enterView(client.id),
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`View as ${client.name}`}
      description="For half an hour this tab shows what their people see. Nothing can be changed meanwhile."
    >
      <FormShell
        onSubmit={() => begin.mutate()}
        loading={begin.isPending}
        submitError={refusedWhole(begin.error, ["reason"])}
        submitLabel="View as client"
        submitDisabledReason={reason.trim() === "" ? "Say why you look" : undefined}
        onCancel={onClose}
      >
        <TextField
          label="Why"
          required
          autoFocus
          value={reason}
          maxLength={300}
          onChange={(event) => setReason(event.target.value)}
          error={refusedField(begin.error, "reason")}
          hint="Kept in the client's history, with your name and the time."
        />
      </FormShell>
    </Dialog>
  );
}
