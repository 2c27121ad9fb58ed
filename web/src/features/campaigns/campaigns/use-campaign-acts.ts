import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { usePress } from "@/records/use-press.ts";
import { archiveCampaign, copyCampaign, refreshCampaigns, restoreCampaign } from "./mutations.ts";
import type { CampaignRow } from "./queries.ts";
import { CAMPAIGNS_PATH, stepPath } from "./words.ts";

type Of = Pick<CampaignRow, "id" | "name">;

/** What is done to a campaign by one press, with the way back where there is one. */
export function useCampaignActs() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { busy, press } = usePress(() => refreshCampaigns(client));
  const copy = useMutation({
    mutationFn: ({ id, key }: { id: string; name: string; key: string }) => copyCampaign(id, key),
    onSuccess: (made, { name }) => {
      toastDone(`A draft like ${name} is made`);
      void refreshCampaigns(client);
      void navigate(made === undefined ? CAMPAIGNS_PATH : stepPath({ id: made }, "audience"));
    },
    onError: (error, tried) => toastFailed(messageOf(error), () => copy.mutate(tried)),
  });
  return {
    busy: busy || copy.isPending,
    archive: ({ id, name }: Of) =>
      press({ run: () => archiveCampaign(id), done: `${name} archived`, undo: () => restoreCampaign(id) }),
    restore: ({ id, name }: Of) =>
      press({ run: () => restoreCampaign(id), done: `${name} restored`, undo: () => archiveCampaign(id) }),
    copy: ({ id, name }: Of) => copy.mutate({ id, name, key: crypto.randomUUID() }),
  };
}
