import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "@/components/button.tsx";
import { Notice } from "@/components/notice.tsx";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { messageOf } from "@/lib/api-error.ts";
import { retryTake } from "./mutations.ts";
import type { Campaign } from "./queries.ts";
import { refreshCampaign } from "./use-campaign.ts";

/** Nobody gets anything before it is tried again: it does not go on by itself any more. */
export function TakeNotice({ campaign: { id, taking, state } }: { campaign: Campaign }) {
  const client = useQueryClient();
  const mayLaunch = useMay("CAMPAIGNS_LAUNCH");
  const retry = useMutation({
    mutationFn: () => retryTake(id),
    onSuccess: () => {
      toastDone("The audience is being taken again");
      return refreshCampaign(client, id);
    },
    onError: (error) => toastFailed(messageOf(error), () => retry.mutate()),
  });
  return (
    <Notice
      tone="warning"
      title={taking === 1 ? "The audience could not be taken" : `Audience version ${taking ?? ""} could not be taken`}
      action={
        mayLaunch ? (
          <Button small data-testid="take-retry" busy={retry.isPending} onClick={() => retry.mutate()}>
            Try again
          </Button>
        ) : undefined
      }
    >
      It was tried many times and does not go on by itself.{" "}
      {state === "LAUNCHING"
        ? "Nobody was written to. Try again, or stop the campaign."
        : "Nobody of it was written to."}{" "}
      Why it failed stands with the background jobs, for administrators.
    </Notice>
  );
}
