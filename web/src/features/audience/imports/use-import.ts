/** One import, live while it runs: pushed by the server, asked for every two seconds in case nothing is pushed. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { type Import, importQuery } from "./queries.ts";
import { watchImport } from "./watch.ts";

/** How often a new import is asked for before it counts as missing. */
const PATIENCE = 20;

/** `fresh`: just uploaded, so that "not found" means "not yet". `asked`: a job was asked for that is not seen yet. */
export function useImport(id: string, { fresh = false, asked = false }: { fresh?: boolean; asked?: boolean } = {}) {
  const client = useQueryClient();
  const query = useQuery({
    ...importQuery(id),
    refetchInterval: ({ state }) => {
      if (fresh && state.data === null && state.dataUpdateCount < PATIENCE) return 300;
      const { preview, undo, undoPreview } = state.data ?? {};
      if (asked || [preview, undo, undoPreview].some((job) => job?.state === "RUNNING")) return 500;
      return state.data?.state === "RUNNING" ? 2000 : false;
    },
  });
  const state = query.data?.state;
  const running = state === "RUNNING";

  useEffect(() => {
    if (!running) return;
    return watchImport(id, (progress) => {
      client.setQueryData<Import | null>(importQuery(id).queryKey, (known) =>
        known ? { ...known, ...progress, progress: progress.progress ?? known.progress } : known,
      );
    });
  }, [client, id, running]);

  const before = useRef(state);
  useEffect(() => {
    const ended = before.current === "RUNNING" && state !== undefined && state !== "RUNNING";
    before.current = state;
    // The end brings what a run does not show: problems, the reject file; and every list has new rows.
    if (ended) void refreshAfterImport(client);
  }, [client, state]);
  const times = client.getQueryState(importQuery(id).queryKey)?.dataUpdateCount ?? 0;
  return { query, waiting: fresh && query.data === null && (query.isFetching || times < PATIENCE) };
}

export function refreshAfterImport(client: ReturnType<typeof useQueryClient>): Promise<unknown> {
  return Promise.all(["imports", "contacts", "accounts"].map((key) => client.invalidateQueries({ queryKey: [key] })));
}
