import { graphql } from "@/gql/gql.ts";
import type { ImportPreviewList, ImportPreviewRowsQuery } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";
import type { Json } from "@/lib/json.ts";
import type { Connection, PageRequest } from "@/lib/use-record-list.ts";
import type { PreviewRow } from "./preview.ts";

const ROWS = graphql(`
  query ImportPreviewRows($id: UUID!, $list: ImportPreviewList!, $first: Int!, $after: String) {
    importPreviewRows(id: $id, list: $list, first: $first, after: $after) {
      rows {
        row
        entity
        recordId
        intoRow
        name
        changes {
          field
          label
          old
          new
          kept
          rule
        }
        reasons {
          code
          field
          message
          rejected
        }
      }
      endCursor
      hasNextPage
    }
  }
`);

export interface PreviewFilter {
  importId: string;
  /** When it was made; part of the key only, since the rows are those of the newest. */
  madeAt: string;
  list: string;
}

type Node = ImportPreviewRowsQuery["importPreviewRows"]["rows"][number];

function rowOf(node: Node): PreviewRow {
  return {
    // An account stands at the row that makes it, beside others of that row.
    id: `${node.row} ${node.recordId ?? node.name ?? ""}`,
    row: node.row,
    name: node.name ?? null,
    recordId: node.recordId ?? null,
    intoRow: node.intoRow ?? null,
    matchedBy: null,
    changes: node.changes.map((change) => ({
      entity: node.entity,
      field: change.field,
      label: change.label,
      old: change.old as Json,
      new: change.new as Json,
      kept: change.kept,
      rule: ruleWords(change.rule),
    })),
    problems: node.reasons.map((problem) => ({ ...problem, field: problem.field ?? null, value: null })),
  };
}

/** A page of one list. It is read forwards only: a preview is a file. */
export async function previewRowPage(request: PageRequest<PreviewFilter, null>): Promise<Connection<PreviewRow>> {
  const { filter, first, after, signal } = request;
  const list = filter.list.toUpperCase() as ImportPreviewList;
  const variables = { id: filter.importId, list, first, after: after ?? null };
  const { rows, endCursor, hasNextPage } = (await execute(ROWS, variables, signal)).importPreviewRows;
  return {
    edges: rows.map((row) => ({ cursor: "", node: rowOf(row) })),
    pageInfo: { hasNextPage, hasPreviousPage: false, endCursor: endCursor ?? null },
    stale: false,
  };
}

const KEPT: Record<string, string> = {
  source_priority: "a better source said it",
  newer: "it is newer",
  fill_empty: "this column only fills what is empty",
  never: "this column changes nothing",
};

function ruleWords(rule: string | null | undefined): string | null {
  return rule ? (KEPT[rule] ?? rule) : null;
}
