import { graphql } from "@/gql/gql.ts";
import { accepted, execute } from "@/lib/graphql.ts";
import { type Undoable, UNDO_PAGE } from "@/records/undo/undo-rows.ts";
import { VALUES_BACK, type UndoWords } from "@/records/undo/undo.ts";

const ROWS = graphql(`
  query ImportUndoRows($id: UUID!, $list: ImportUndoList!, $first: Int!, $after: String) {
    importUndoRows(id: $id, list: $list, first: $first, after: $after) {
      rows {
        ...UndoRow
      }
      endCursor
      hasNextPage
    }
  }
`);
const LEFT = graphql(`
  query ImportUndoLeft($id: UUID!, $first: Int!, $after: String) {
    importUndoLeft(id: $id, first: $first, after: $after) {
      rows {
        ...UndoRow
      }
      endCursor
      hasNextPage
    }
  }
`);
const LOOK = graphql(`
  mutation ImportUndoPreview($input: ImportActionInput!) {
    importUndoPreview(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const UNDO = graphql(`
  mutation ImportUndo($input: ImportUndoInput!) {
    importUndo(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const CANCEL = graphql(`
  mutation ImportUndoCancel($input: ImportActionInput!) {
    importUndoCancel(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

export const IMPORT_WORDS: UndoWords = { work: "import", back: VALUES_BACK, whole: "Is archived" };

export function undoableImport(id: string): Undoable {
  return {
    id,
    key: "imports",
    words: IMPORT_WORDS,
    rows: (list) => async (after, signal) =>
      (await execute(ROWS, { id, list, first: UNDO_PAGE, after }, signal)).importUndoRows,
    left: async (after, signal) => (await execute(LEFT, { id, first: UNDO_PAGE, after }, signal)).importUndoLeft,
    look: async () => {
      accepted((await execute(LOOK, { input: { id } })).importUndoPreview);
    },
    undo: async ({ all, ids }) => {
      const input = { id, include: all ? [] : [...ids], includeAll: all };
      accepted((await execute(UNDO, { input })).importUndo);
    },
    stop: async () => {
      accepted((await execute(CANCEL, { input: { id } })).importUndoCancel);
    },
  };
}
