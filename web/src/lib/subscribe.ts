/** Subscriptions over one lazily opened socket (graphql-transport-ws); it reconnects by itself. */
import type { TypedDocumentString } from "@/gql/graphql.ts";
import { type Client, createClient } from "graphql-ws";
import { bearer, refresh } from "./session.ts";
import { viewAsHeader } from "./viewing.ts";

let client: Client | null = null;

function socket(): Client {
  client ??= createClient({
    url: `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/graphql/ws`,
    connectionParams: () => ({ ...bearer(), ...viewAsHeader() }),
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    on: {
      closed: (event) => {
        // 4401 and 4403 are how the server says the token ran out; the next attempt carries a new one.
        if (event instanceof CloseEvent && (event.code === 4401 || event.code === 4403)) void refresh();
      },
    },
  });
  return client;
}

/** Calls `onData` for each value until the returned function is called. `onError` hears what ended the stream. */
export function subscribe<TData, TVariables extends Record<string, unknown>>(
  document: TypedDocumentString<TData, TVariables>,
  variables: TVariables,
  onData: (data: TData) => void,
  onError: (error: unknown) => void = () => {},
): () => void {
  return socket().subscribe<TData>(
    { query: document.toString(), variables },
    {
      next: (result) => {
        if (result.data) onData(result.data);
        else if (result.errors) onError(result.errors);
      },
      error: onError,
      complete: () => {},
    },
  );
}
