/** Pages of the mock's lists. */
export interface PageArgs {
  first?: number;
  after?: string;
  before?: string;
  filter?: Record<string, unknown>;
  sort?: { field: string; direction: "ASC" | "DESC" };
}

/** Keyset in spirit: the cursor is the row's index, which is enough for rows that hold still. */
export function connection<T>(rows: T[], args: PageArgs, node: (row: T) => unknown) {
  const first = args.first ?? 60;
  const end = args.before === undefined || args.before === null ? undefined : Number(args.before);
  const start = end === undefined ? (args.after ? Number(args.after) + 1 : 0) : Math.max(0, end - first);
  const slice = rows.slice(start, end ?? start + first);
  return {
    edges: slice.map((row, index) => ({ cursor: String(start + index), node: node(row) })),
    pageInfo: {
      hasNextPage: start + slice.length < rows.length,
      hasPreviousPage: start > 0,
      startCursor: slice.length === 0 ? null : String(start),
      endCursor: slice.length === 0 ? null : String(start + slice.length - 1),
    },
    totalCount: rows.length,
    stale: false,
  };
}
