/** One campaign, live while it moves: pushed by the server, asked for in case nothing is pushed. */
import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { SENDING } from "@/features/email/sending/queries.ts";
import { type Campaign, campaignQuery, CAMPAIGNS, isMoving, watchCampaign } from "./queries.ts";

export function useCampaign(id: string) {
  const client = useQueryClient();
  const query = useQuery(campaignQuery(id));
  const state = query.data?.state;
  const moves = state !== undefined && isMoving(state);
  useEffect(() => {
    if (!moves) return;
    return watchCampaign(id, (campaign) => client.setQueryData<Campaign | null>(campaignQuery(id).queryKey, campaign));
  }, [client, id, moves]);
  const before = useRef(state);
  useEffect(() => {
    const moved = before.current !== undefined && state !== undefined && before.current !== state;
    before.current = state;
    if (!moved) return;
    void client.invalidateQueries({ queryKey: [CAMPAIGNS, "list"] });
    void client.invalidateQueries({ queryKey: [CAMPAIGNS, "history", id] });
    void client.invalidateQueries({ queryKey: [SENDING] });
  }, [client, id, state]);
  return query;
}

/** After something of it was written: itself at once, and what is worked out of it. */
export async function refreshCampaign(client: QueryClient, id: string): Promise<void> {
  for (const part of ["list", "count", "preflight", "estimate", "history", "test"]) {
    void client.invalidateQueries({ queryKey: [CAMPAIGNS, part] });
  }
  await client.invalidateQueries({ queryKey: campaignQuery(id).queryKey });
}
