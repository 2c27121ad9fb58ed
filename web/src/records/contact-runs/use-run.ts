/** One run, live while it works: pushed by the server, asked for every second in case nothing is pushed. */
import { type QueryClient, type QueryKey, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { type ContactRun, isAtWork } from "./run.ts";

/** How often a new one is asked for before it counts as missing. */
const PATIENCE = 20;

/** How one sort of run is read. The same object at every call. */
export interface RunSource<T extends ContactRun> {
  keyOf: (id: string) => QueryKey;
  /** Null: the server does not know it, or not yet. */
  fetch: (id: string, signal: AbortSignal) => Promise<T | null>;
  watch: (id: string, onData: (one: T) => void) => () => void;
  /** Contacts may say something else now. */
  refresh: (client: QueryClient) => Promise<unknown>;
}

/** `id`: null while there is none to follow. */
export function useRun<T extends ContactRun>(source: RunSource<T>, id: string | null) {
  const client = useQueryClient();
  const queryKey = source.keyOf(id ?? "");
  const query = useQuery<T | null>({
    queryKey,
    queryFn: ({ signal }) => source.fetch(id ?? "", signal),
    enabled: id !== null,
    refetchInterval: ({ state: { data, dataUpdateCount } }) => {
      if (data === null && dataUpdateCount < PATIENCE) return 300;
      return data !== null && data !== undefined && isAtWork(data) ? 1000 : false;
    },
  });
  const { data } = query;
  const works = data !== null && data !== undefined && isAtWork(data);
  useEffect(() => {
    if (!works || id === null) return;
    return source.watch(id, (one) => client.setQueryData<T | null>(source.keyOf(id), one));
  }, [client, id, source, works]);

  // One that the server does not know yet is at work too: it may be over when it is seen first.
  const open = id !== null && (data === null || works);
  const before = useRef(open);
  useEffect(() => {
    const ended = before.current && !open;
    before.current = open;
    if (ended) void source.refresh(client);
  }, [client, open, source]);
  const times = client.getQueryState(queryKey)?.dataUpdateCount ?? 0;
  return { query, waiting: data === null && times < PATIENCE };
}
