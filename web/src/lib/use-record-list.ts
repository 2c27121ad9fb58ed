/**
 * The one list hook: rows by keyset pages, the exact total in a query of its own after them, the state of the list
 * (sort, filters, open record) in the URL so that any view is a link.
 */
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";

/** Rows per request. A fast scroll of a screen costs one request. */
export const PAGE_SIZE = 100;
/** Pages kept in memory at once: the list may have a million rows, the browser holds this many of them. */
const KEPT_PAGES = 40;

export interface PageRequest<TFilter, TSort> {
  first: number;
  after?: string | null;
  before?: string | null;
  filter: TFilter;
  sort: TSort | null;
  signal?: AbortSignal;
}

export interface Connection<TRow> {
  edges: { cursor: string; node: TRow }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor?: string | null;
    endCursor?: string | null;
  };
  stale: boolean;
}

/** Where a page stands: its cursor, and the index of its first row (exact, because pages are walked in order). */
type PageParam =
  | { direction: "first" }
  | { direction: "after"; cursor: string; index: number }
  | { direction: "before"; cursor: string; endIndex: number };

interface Page<TRow> extends Connection<TRow> {
  index: number;
}

interface RecordListOptions<TRow, TFilter, TSort> {
  /** First part of the query key; mutations invalidate by it. */
  entity: string;
  filter: TFilter;
  sort: TSort | null;
  fetchPage: (request: PageRequest<TFilter, TSort>) => Promise<Connection<TRow>>;
  fetchCount: (filter: TFilter, signal?: AbortSignal) => Promise<number>;
  pageSize?: number;
  /** False while it is not known yet what to ask for: the list is loading until then. */
  enabled?: boolean;
  /** Milliseconds until the rows are read again, for rows that move by themselves. */
  refetchInterval?: (rows: TRow[]) => number | false;
}

export interface RecordList<TRow> {
  rows: TRow[];
  /** Index of `rows[0]` in the whole list; above 0 after early pages were let go. */
  offset: number;
  hasNext: boolean;
  hasPrevious: boolean;
  loadNext: () => void;
  loadPrevious: () => void;
  loading: boolean;
  /** Rows of the former filter or sort are shown while the new ones come. */
  changing: boolean;
  error: unknown;
  retry: () => void;
  /** null until known; the rows never wait for it. */
  total: number | null;
}

export function useRecordList<TRow, TFilter, TSort>(
  options: RecordListOptions<TRow, TFilter, TSort>,
): RecordList<TRow> {
  const {
    entity,
    filter,
    sort,
    fetchPage,
    fetchCount,
    pageSize = PAGE_SIZE,
    enabled = true,
    refetchInterval,
  } = options;
  const query = useInfiniteQuery({
    queryKey: [entity, "list", { filter, sort, pageSize }],
    enabled,
    initialPageParam: { direction: "first" } as PageParam,
    maxPages: KEPT_PAGES,
    placeholderData: keepPreviousData,
    queryFn: async ({ pageParam, signal }): Promise<Page<TRow>> => {
      const request = { first: pageSize, filter, sort, signal };
      if (pageParam.direction === "first") return { ...(await fetchPage(request)), index: 0 };
      if (pageParam.direction === "after") {
        return { ...(await fetchPage({ ...request, after: pageParam.cursor })), index: pageParam.index };
      }
      const page = await fetchPage({ ...request, before: pageParam.cursor });
      return { ...page, index: Math.max(0, pageParam.endIndex - page.edges.length) };
    },
    getNextPageParam: (last): PageParam | null =>
      last.pageInfo.hasNextPage && last.pageInfo.endCursor
        ? { direction: "after", cursor: last.pageInfo.endCursor, index: last.index + last.edges.length }
        : null,
    getPreviousPageParam: (first): PageParam | null =>
      first.index > 0 && first.pageInfo.startCursor
        ? { direction: "before", cursor: first.pageInfo.startCursor, endIndex: first.index }
        : null,
  });
  const rowsReady = query.isSuccess && !query.isPlaceholderData;
  const count = useQuery({
    queryKey: [entity, "count", filter],
    queryFn: ({ signal }) => fetchCount(filter, signal),
    // Rows first, totals after.
    enabled: enabled && rowsReady,
    placeholderData: keepPreviousData,
  });

  const stale = query.data?.pages.some((page) => page.stale) ?? false;
  const { refetch } = query;
  const rows = useMemo(
    () => query.data?.pages.flatMap((page) => page.edges.map((edge) => edge.node)) ?? [],
    [query.data],
  );
  // The read side had not reached our own write in time: ask again until it has.
  const interval = stale ? 1000 : (refetchInterval?.(rows) ?? false);
  useEffect(() => {
    if (interval === false) return;
    // One that is on its way is waited for: an answer that takes longer than this would otherwise never come.
    const timer = setInterval(() => void refetch({ cancelRefetch: false }), interval);
    return () => clearInterval(timer);
  }, [interval, refetch]);

  return {
    rows,
    offset: query.data?.pages[0]?.index ?? 0,
    hasNext: query.hasNextPage,
    hasPrevious: query.hasPreviousPage,
    loadNext: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
    },
    loadPrevious: () => {
      if (query.hasPreviousPage && !query.isFetching) void query.fetchPreviousPage();
    },
    loading: query.isPending,
    changing: query.isPlaceholderData,
    error: query.isError && rows.length === 0 ? query.error : null,
    retry: () => void refetch(),
    total: count.data ?? null,
  };
}
