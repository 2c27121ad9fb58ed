import { useMutation } from "@tanstack/react-query";
import { Dialog } from "@/components/dialog.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { runRetention } from "./mutations.ts";

/** What a run deletes does not come back: it is asked once more. */
export function RunDialog({ onStarted, onClose }: { onStarted: (jobId: string) => void; onClose: () => void }) {
  const run = useMutation({
    mutationFn: runRetention,
    onSuccess: (jobId) => {
      onStarted(jobId);
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title="Delete now what is due?"
      description="What is older than its rule goes at once instead of tonight, and does not come back. What stands under a legal hold is kept."
    >
      <FormShell
        onSubmit={() => run.mutate()}
        loading={run.isPending}
        submitError={run.error}
        submitLabel="Run now"
        onCancel={onClose}
      >
        {null}
      </FormShell>
    </Dialog>
  );
}
