/** One bulk change, live while it runs: pushed by the server, asked for every second in case nothing is pushed. */
import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { isAtWork } from "./bulk-state.ts";
import { type Bulk, bulkQuery, watchBulk } from "./queries.ts";

/** How often a new one is asked for before it counts as missing. */
const PATIENCE = 20;

/** `asked`: an undo was asked for that is not seen yet. */
export function useBulk(id: string, { fresh = false, asked = false }: { fresh?: boolean; asked?: boolean } = {}) {
  const client = useQueryClient();
  const query = useQuery({
    ...bulkQuery(id),
    refetchInterval: ({ state: { data, dataUpdateCount } }) => {
      if (fresh && data === null && dataUpdateCount < PATIENCE) return 300;
      if (asked || data?.undo?.state === "RUNNING" || data?.undoPreview?.state === "RUNNING") return 500;
      return data !== null && data !== undefined && isAtWork(data) ? 1000 : false;
    },
  });
  const { data } = query;
  const works = data !== null && data !== undefined && isAtWork(data);
  useEffect(() => {
    if (!works) return;
    return watchBulk(id, (bulk) => client.setQueryData<Bulk | null>(bulkQuery(id).queryKey, bulk));
  }, [client, id, works]);

  const before = useRef(works);
  useEffect(() => {
    const ended = before.current && !works;
    before.current = works;
    if (ended) void refreshAfterBulk(client);
  }, [client, works]);
  const times = client.getQueryState(bulkQuery(id).queryKey)?.dataUpdateCount ?? 0;
  return { query, waiting: fresh && data === null && times < PATIENCE };
}

/** Every list may hold other rows now. */
export function refreshAfterBulk(client: QueryClient): Promise<unknown> {
  return Promise.all(
    ["bulks", "contacts", "accounts", "search", "duplicates", "sides", "industry-suggestions", "lists"].map((key) =>
      client.invalidateQueries({ queryKey: [key] }),
    ),
  );
}
