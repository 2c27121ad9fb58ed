/** Client organisations among what is found. They are few and no part of the index: they are asked for by name or website. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ClientRow, clientPage } from "@/features/identity/clients/queries.ts";
import { useGrants } from "@/features/identity/me/queries.ts";
import { mayAll } from "@/lib/permissions.ts";

export interface FoundClients {
  rows: readonly ClientRow[];
  /** There are others than these. */
  more: boolean;
  /** The first answer to these words is on its way. */
  waiting: boolean;
  error: unknown;
  retry: () => void;
}

/** Of them at most so many stand beside the records; their own list has the others. */
const SHOWN = 8;

/** For those of ours who may see all clients, as the palette has them. Nobody else asks. */
export function useFoundClients(words: string, archived: boolean): FoundClients {
  const asks = mayAll(useGrants(), "CLIENTS_VIEW") && words !== "";
  const query = useQuery({
    queryKey: ["clients", "search", words, archived],
    queryFn: ({ signal }) =>
      clientPage({ first: SHOWN, filter: { search: words, archived: archived ? null : false }, sort: null, signal }),
    enabled: asks,
    placeholderData: keepPreviousData,
  });
  const data = asks ? query.data : undefined;
  return {
    rows: data?.edges.map(({ node }) => node) ?? [],
    more: data?.pageInfo.hasNextPage ?? false,
    waiting: asks && (query.isPending || query.isPlaceholderData),
    error: asks && data === undefined ? query.error : null,
    retry: () => void query.refetch(),
  };
}
