import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { Dialog } from "@/components/dialog.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { toastDone } from "@/components/toast.tsx";
import { refreshCampaigns } from "@/features/campaigns/campaigns/mutations.ts";
import type { AudienceSourceInput } from "@/gql/graphql.ts";
import { CampaignChoice, useCampaignChoice } from "./campaign-choice.tsx";

/** Into a draft there is, or into a new one; then one goes on with it. */
export function AssignDialog({
  source,
  what,
  onClose,
}: {
  source: AudienceSourceInput;
  what: string;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const choice = useCampaignChoice();
  // Held still while the dialog is open: the page behind it may move.
  const [held] = useState(source);
  const assign = useMutation({
    mutationFn: () => choice.assign(held),
    onSuccess: async ({ id, name, added }) => {
      toastDone(added ? `${what} is in the audience of ${name}` : `${what} was in the audience of ${name} already`);
      onClose();
      await refreshCampaigns(client);
      void navigate(id === undefined ? "/campaigns" : `/campaigns/${id}/edit/audience`);
    },
  });
  return (
    <Dialog open onClose={onClose} title="Assign to a campaign" description={what} width={520}>
      <FormShell
        onSubmit={() => {
          if (choice.isSaid()) assign.mutate();
        }}
        loading={assign.isPending}
        submitError={choice.isInPlace(assign.error) ? null : assign.error}
        submitLabel={choice.submitLabel}
        submitDisabledReason={choice.whyNot}
        onCancel={onClose}
        footNote="Nobody is taken in before it is launched"
      >
        <CampaignChoice
          choice={choice}
          error={assign.error}
          onEdit={() => {
            if (assign.isError) assign.reset();
          }}
        />
      </FormShell>
    </Dialog>
  );
}
