import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Dialog } from "@/components/dialog.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { toastDone } from "@/components/toast.tsx";
import { resetSecondFactor } from "./mutations.ts";
import type { UserRow } from "./queries.ts";

/** Only they themselves can turn it on again: it is asked once more. */
export function ResetSecondStepDialog({ user, onClose }: { user: UserRow; onClose: () => void }) {
  const client = useQueryClient();
  const reset = useMutation({
    mutationFn: () => resetSecondFactor(user.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["users"] });
      toastDone(`${user.name} signs in with the password alone`);
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Turn the second step of ${user.name} off?`}
      description="For who has lost the phone and the recovery codes. The password alone lets them in then; they can set the second step up anew on their profile."
    >
      <FormShell
        onSubmit={() => reset.mutate()}
        loading={reset.isPending}
        submitError={reset.error}
        submitLabel="Turn off"
        onCancel={onClose}
      >
        {null}
      </FormShell>
    </Dialog>
  );
}
