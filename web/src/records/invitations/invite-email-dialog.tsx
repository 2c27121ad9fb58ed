import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { toastDone } from "@/components/toast.tsx";
import { RefusedError } from "@/lib/api-error.ts";

/** Asks somebody by mail to join an organisation that is not to be chosen: only the address is asked for. */
export function InviteEmailDialog({
  title,
  send,
  onSent,
  onClose,
}: {
  title: string;
  send: (email: string) => Promise<void>;
  onSent: () => void;
  onClose: () => void;
}) {
  const queryClient = useQueryClient();
  const [email, setEmail] = useState("");
  const invite = useMutation({
    mutationFn: () => send(email.trim()),
    onSuccess: async () => {
      toastDone(`An invitation to ${email.trim()} is on its way`);
      onSent();
      await queryClient.invalidateQueries({ queryKey: ["invitations"] });
      onClose();
    },
  });
  const refused =
    invite.error instanceof RefusedError ? invite.error.userErrors.find(({ field }) => field === "email") : undefined;
  return (
    <Dialog open onClose={onClose} title={title}>
      <FormShell
        onSubmit={() => invite.mutate()}
        loading={invite.isPending}
        submitError={refused === undefined ? invite.error : null}
        submitLabel="Send invitation"
        submitDisabledReason={email.trim() === "" ? "Write an address" : undefined}
        onCancel={onClose}
      >
        <TextField
          label="Email"
          required
          autoFocus
          type="email"
          mono
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          error={refused?.message}
          hint="They get a link that is good once, for seven days, and choose their name and password."
        />
      </FormShell>
    </Dialog>
  );
}
