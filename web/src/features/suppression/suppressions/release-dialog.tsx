import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { toastDone } from "@/components/toast.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { canSuppressAgain, refreshSuppressions, releaseSuppression, suppressAgain } from "./mutations.ts";
import type { Suppression } from "./queries.ts";
import { reachWords } from "./words.ts";

/** They may be contacted again. Whoever releases says why, and is on record with it. */
export function ReleaseDialog({ suppression, onClose }: { suppression: Suppression; onClose: () => void }) {
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  // Asked by the same rule that offers Undo afterwards.
  const undoable = useMay("SUPPRESSIONS_ADD") && canSuppressAgain(suppression);
  const release = useMutation({
    mutationFn: () => releaseSuppression(suppression.id, reason.trim()),
    onSuccess: async () => {
      const undo = async () => {
        await suppressAgain(suppression);
        await refreshSuppressions(client);
      };
      toastDone(`${suppression.label} released`, undoable ? undo : undefined);
      await refreshSuppressions(client);
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Release ${suppression.label}`}
      description={`${suppression.reasonLabel}. ${reachWords(suppression)}. From now on they may be contacted again.${undoable ? "" : " You cannot undo this."}`}
    >
      <FormShell
        onSubmit={() => release.mutate()}
        loading={release.isPending}
        submitError={release.error}
        submitLabel="Release"
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
          hint="Kept as proof: on whose word, and when they gave it."
        />
      </FormShell>
    </Dialog>
  );
}
