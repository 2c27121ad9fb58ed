import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { toastDone } from "@/components/toast.tsx";
import { refreshSending } from "@/features/email/sending/mutations.ts";
import type { Campaign } from "./queries.ts";
import { refreshCampaign } from "./use-campaign.ts";

/** Asks before something starts or ends for many people, and does it. */
export function ActDialog({
  campaign,
  title,
  description,
  submitLabel,
  submitTone = "primary",
  done,
  act,
  blocked,
  children = null,
  onClose,
}: {
  campaign: Campaign;
  title: string;
  description: ReactNode;
  submitLabel: string;
  /** "danger-solid" where there is no way back. */
  submitTone?: "primary" | "danger-solid";
  /** Said when it is done. */
  done: string;
  act: () => Promise<void>;
  /** What is missing before it can be done. */
  blocked?: string | undefined;
  children?: ReactNode;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const run = useMutation({
    mutationFn: act,
    onSuccess: async () => {
      toastDone(done);
      onClose();
      await Promise.all([refreshCampaign(client, campaign.id), refreshSending(client)]);
    },
  });
  return (
    <Dialog open onClose={onClose} title={title} description={description}>
      <FormShell
        onSubmit={() => run.mutate()}
        loading={run.isPending}
        submitError={run.error}
        submitLabel={submitLabel}
        submitTone={submitTone}
        failedTitle={children === null ? "Not done" : "Not done. What you chose is kept here."}
        submitDisabledReason={blocked}
        onCancel={onClose}
      >
        {children}
      </FormShell>
    </Dialog>
  );
}
