import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { answerRequest, refreshRequests } from "./mutations.ts";
import type { PrivacyRequest } from "./queries.ts";

const WORD = "erase";

/** An erasure cannot be undone, so it is asked for twice. */
export function EraseDialog({
  request,
  held,
  onClose,
}: {
  request: PrivacyRequest;
  /** What was found, in words; null while that is not known. */
  held: string | null;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const [typed, setTyped] = useState("");
  const erase = useMutation({
    mutationFn: () => answerRequest(request.id, true),
    onSuccess: async () => {
      await refreshRequests(client);
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Erase ${request.personLabel}`}
      description={`${held ?? "Where they are held is not known yet."} All of it is erased, for good, in files and backups too. They stay suppressed by a keyed hash, so that no later import brings them back.`}
    >
      <FormShell
        onSubmit={() => erase.mutate()}
        loading={erase.isPending}
        submitError={erase.error}
        submitLabel="Erase for good"
        submitDisabledReason={typed.trim().toLowerCase() === WORD ? undefined : `Type "${WORD}"`}
        onCancel={onClose}
      >
        <TextField
          label={`Type "${WORD}" to go ahead`}
          required
          autoFocus
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </FormShell>
    </Dialog>
  );
}
