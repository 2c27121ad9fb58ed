/** One set, live while its lines are read and matched. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { refreshDomainSets } from "./mutations.ts";
import { domainSetQuery } from "./queries.ts";
import { isAtWork } from "./words.ts";

/** How often a new set is asked for before it counts as missing. */
const PATIENCE = 20;

/** `fresh`: just taken in, so that "not found" means "not yet". */
export function useDomainSet(id: string, fresh: boolean) {
  const client = useQueryClient();
  const query = useQuery({
    ...domainSetQuery(id),
    refetchInterval: ({ state }) => {
      if (fresh && state.data === null && state.dataUpdateCount < PATIENCE) return 300;
      return state.data && isAtWork(state.data) ? 1000 : false;
    },
  });
  const state = query.data?.state;
  const before = useRef(state);
  useEffect(() => {
    const was = before.current;
    before.current = state;
    if ((was !== "READING" && was !== "MATCHING") || state === was) return;
    // Each step brings rows that the one before did not have; the last one perhaps accounts, too.
    void refreshDomainSets(client);
    if (state === "READY") void client.invalidateQueries({ queryKey: ["accounts"] });
  }, [client, state]);
  const times = client.getQueryState(domainSetQuery(id).queryKey)?.dataUpdateCount ?? 0;
  return { query, waiting: fresh && query.data === null && (query.isFetching || times < PATIENCE) };
}
