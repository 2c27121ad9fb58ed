import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { toastDone } from "@/components/toast.tsx";
import { archiveClient, restoreClient } from "./mutations.ts";
import type { Client } from "./queries.ts";
import { refreshClients } from "./use-client.ts";

/** Nobody works for it any more; nothing is lost. */
export function ArchiveDialog({ client, onClose }: { client: Client; onClose: () => void }) {
  const queryClient = useQueryClient();
  const [reason, setReason] = useState("");
  const refresh = () => refreshClients(queryClient);
  const archive = useMutation({
    mutationFn: () => archiveClient(client.id, reason.trim()),
    onSuccess: async () => {
      toastDone(`${client.name} archived`, async () => {
        await restoreClient(client.id);
        await refresh();
      });
      await refresh();
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Archive ${client.name}`}
      description="Its users are signed out and cannot sign in until it is restored. Nothing is lost."
    >
      <FormShell
        onSubmit={() => archive.mutate()}
        loading={archive.isPending}
        submitError={archive.error}
        submitLabel="Archive client"
        submitDisabledReason={reason.trim() === "" ? "Say why" : undefined}
        onCancel={onClose}
      >
        <TextField
          label="Why"
          required
          autoFocus
          value={reason}
          maxLength={1000}
          onChange={(event) => setReason(event.target.value)}
          hint="Kept in its history."
        />
      </FormShell>
    </Dialog>
  );
}
