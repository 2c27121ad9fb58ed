import { queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { ImportRejectedRowsQuery } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";
import { MOST_FIXED } from "./again.ts";
import type { RejectedRow } from "./fixes.ts";
import type { Import } from "./queries.ts";

const ROWS = graphql(`
  query ImportRejectedRows($id: UUID!, $first: Int!, $after: String) {
    importRejectedRows(id: $id, first: $first, after: $after) {
      rows {
        row
        cells
        reasons {
          code
          field
          message
        }
        fix {
          importId
          outcome
        }
      }
      endCursor
      hasNextPage
    }
  }
`);

/** The most that a page has. */
const PAGE = 200;

export interface Rejected {
  /** Those that are still to be mended. */
  rows: RejectedRow[];
  /** Among the rows looked at, those that went in after they were mended. */
  wentIn: number;
  /** There are more than these. */
  cut: boolean;
}

type Node = ImportRejectedRowsQuery["importRejectedRows"]["rows"][number];

const isIn = ({ fix }: Node) => fix !== null && fix !== undefined && !["REJECTED", "NOT_RUN"].includes(fix.outcome);

/** The rejected rows of an import, as many as are put right at once: a mistake is found in all of them, not in those on the screen. */
export const rejectedQuery = (one: Pick<Import, "id" | "problems" | "fixedRows">) =>
  queryOptions({
    // Rows that went in since are no longer among them.
    queryKey: ["imports", "rejected", one.id, one.fixedRows],
    queryFn: async ({ signal }): Promise<Rejected> => {
      // A row's reasons do not say which of them reject it, the import's do.
      const rejecting = new Set(one.problems.filter((problem) => problem.rejected).map((problem) => problem.code));
      const found: Rejected = { rows: [], wentIn: 0, cut: true };
      let after: string | null = null;
      while (found.cut && found.rows.length < MOST_FIXED) {
        const page = await pageOf(one.id, after, signal);
        const open = page.rows.filter((node) => !isIn(node));
        found.wentIn += page.rows.length - open.length;
        found.rows.push(...open.map((node) => rowOf(node, rejecting)));
        after = page.endCursor ?? null;
        found.cut = page.hasNextPage;
      }
      return found;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The imports that took mended rows of this one, as far as its first rejected rows tell. */
export const fixedByQuery = (id: string) =>
  queryOptions({
    queryKey: ["imports", "fixed-by", id],
    queryFn: async ({ signal }) => {
      const { rows } = await pageOf(id, null, signal);
      const takers = rows.filter(isIn).flatMap(({ fix }) => (fix ? [fix.importId] : []));
      return [...new Set(takers)].slice(0, 5);
    },
  });

const pageOf = async (id: string, after: string | null, signal: AbortSignal) =>
  (await execute(ROWS, { id, first: PAGE, after }, signal)).importRejectedRows;

function rowOf({ row, cells, reasons, fix }: Node, rejecting: ReadonlySet<string>): RejectedRow {
  return {
    row,
    cells,
    problems: reasons.map(({ code, field, message }) => ({
      code,
      message,
      field: field ?? null,
      value: null,
      rejected: rejecting.size === 0 || rejecting.has(code),
    })),
    triedIn: fix?.importId ?? null,
  };
}
