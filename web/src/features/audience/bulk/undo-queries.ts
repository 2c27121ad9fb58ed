import { graphql } from "@/gql/gql.ts";
import type { BulkKind, BulkUndoRunFragment, Entity } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";
import { NO_RECORDS, type UndoRun, type UndoWords, VALUES_BACK } from "@/records/undo/undo.ts";
import { type Undoable, UNDO_PAGE } from "@/records/undo/undo-rows.ts";
import { cancelBulkUndo, lookAtBulkUndo, undoBulk } from "./mutations.ts";

const ROWS = graphql(`
  query BulkUndoRows($id: UUID!, $list: ImportUndoList!, $first: Int!, $after: String) {
    bulkUndoRows(id: $id, list: $list, first: $first, after: $after) {
      rows {
        ...UndoRow
      }
      endCursor
      hasNextPage
    }
  }
`);
const LEFT = graphql(`
  query BulkUndoLeft($id: UUID!, $first: Int!, $after: String) {
    bulkUndoLeft(id: $id, first: $first, after: $after) {
      rows {
        ...UndoRow
      }
      endCursor
      hasNextPage
    }
  }
`);

const RESTORED = { one: "is restored", many: "are restored", wasOne: "was restored", wasMany: "were restored" };
const ARCHIVED = { one: "is archived", many: "are archived", wasOne: "was archived", wasMany: "were archived" };
const WAITS = { one: "waits again", many: "wait again", wasOne: "waits again", wasMany: "wait again" };

/** What was archived comes back, what was restored is archived again, what was rejected waits, and values are as before. */
export function bulkWords(kind: BulkKind): UndoWords {
  if (kind === "ARCHIVE") {
    return { work: "bulk change", back: { ...RESTORED, tab: "Restored" }, whole: "Is restored" };
  }
  if (kind === "RESTORE") {
    return { work: "bulk change", back: { ...ARCHIVED, tab: "Archived again" }, whole: "Is archived again" };
  }
  if (kind === "REJECT_INDUSTRY") {
    return { work: "bulk change", back: { ...WAITS, tab: "To review again" }, whole: "Waits again" };
  }
  return { work: "bulk change", back: VALUES_BACK, whole: "Back to before the bulk change" };
}

export function undoableBulk(id: string, kind: BulkKind): Undoable {
  return {
    id,
    key: "bulks",
    words: bulkWords(kind),
    rows: (list) => async (after, signal) =>
      (await execute(ROWS, { id, list, first: UNDO_PAGE, after }, signal)).bulkUndoRows,
    left: async (after, signal) => (await execute(LEFT, { id, first: UNDO_PAGE, after }, signal)).bulkUndoLeft,
    files: {
      conflicts: `/api/v1/bulk-changes/${id}/undo/preview/conflicts/file`,
      left: `/api/v1/bulk-changes/${id}/undo/left/file`,
    },
    look: () => lookAtBulkUndo(id),
    undo: ({ all, ids }) => undoBulk(id, all ? [] : [...ids], all),
    stop: () => cancelBulkUndo(id),
  };
}

/** A bulk change is of one kind of record. */
export function undoRunOf(run: BulkUndoRunFragment | null | undefined, entity: Entity): UndoRun | null {
  if (run === null || run === undefined) return null;
  const { counts, ...rest } = run;
  return entity === "CONTACT"
    ? { ...rest, contacts: counts, accounts: NO_RECORDS }
    : { ...rest, contacts: NO_RECORDS, accounts: counts };
}
