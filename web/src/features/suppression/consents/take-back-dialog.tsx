import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { toastDone } from "@/components/toast.tsx";
import { refreshConsents, takeConsentBack } from "./mutations.ts";
import type { Consent } from "./queries.ts";

/** It was recorded by mistake: what was said before counts again. Whoever does it says why. Recorded anew it is another statement: there is no undo. */
export function TakeBackDialog({ consent, onClose }: { consent: Consent; onClose: () => void }) {
  const client = useQueryClient();
  const [why, setWhy] = useState("");
  const save = useMutation({
    mutationFn: () => takeConsentBack({ contactId: consent.contactId, statementId: consent.id, why: why.trim() }),
    onSuccess: async () => {
      await refreshConsents(client);
      toastDone("Taken back");
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title="Take back"
      description={
        consent.standing === "WITHDRAWN"
          ? "It was recorded by mistake. What it suppressed stays suppressed until it is released in Suppression Management. This cannot be undone: you would withdraw once more."
          : "It was recorded by mistake. What was said before counts again; this stays on record. This cannot be undone: you would record it anew, with its proof."
      }
    >
      <FormShell
        onSubmit={() => save.mutate()}
        loading={save.isPending}
        submitError={save.error}
        submitLabel="Take back"
        submitDisabledReason={why.trim() === "" ? "Say why" : undefined}
        onCancel={onClose}
      >
        <TextField
          label="Why"
          required
          autoFocus
          value={why}
          maxLength={500}
          onChange={(event) => setWhy(event.target.value)}
          hint="Kept beside it: what was wrong."
        />
      </FormShell>
    </Dialog>
  );
}
