import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { TextAreaField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { toastDone } from "@/components/toast.tsx";
import { liftLegalHold, refreshLegalHolds } from "./mutations.ts";
import type { LegalHold } from "./queries.ts";

/** The case is over. Whoever lifts says why, and is on record with it. A hold placed again is another one: there is no undo. */
export function LiftDialog({ hold, onClose }: { hold: LegalHold; onClose: () => void }) {
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const lift = useMutation({
    mutationFn: () => liftLegalHold(hold.id, reason.trim()),
    onSuccess: async () => {
      await refreshLegalHolds(client);
      toastDone(`The hold over ${hold.label} is lifted`);
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Lift the hold over ${hold.label}`}
      description="From then on it goes by its rule again, and a request to erase is carried out. This cannot be undone: another hold can be placed, but what is deleted until then does not come back."
    >
      <FormShell
        onSubmit={() => lift.mutate()}
        loading={lift.isPending}
        submitError={lift.error}
        submitLabel="Lift hold"
        submitDisabledReason={reason.trim() === "" ? "Say why" : undefined}
        onCancel={onClose}
      >
        <TextAreaField
          label="Why"
          required
          autoFocus
          value={reason}
          maxLength={1000}
          onChange={(event) => setReason(event.target.value)}
          hint="Kept as proof: the case was settled, counsel said so."
        />
      </FormShell>
    </Dialog>
  );
}
