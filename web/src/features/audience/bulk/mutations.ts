import { graphql } from "@/gql/gql.ts";
import type { BulkStartInput } from "@/gql/graphql.ts";
import { accepted, execute } from "@/lib/graphql.ts";

const START = graphql(`
  mutation BulkStart($input: BulkStartInput!) {
    bulkStart(input: $input) {
      position
      bulk {
        id
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);
const CANCEL = graphql(`
  mutation BulkCancel($input: BulkActionOnInput!) {
    bulkCancel(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const LOOK = graphql(`
  mutation BulkUndoPreview($input: BulkActionOnInput!) {
    bulkUndoPreview(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const UNDO = graphql(`
  mutation BulkUndo($input: BulkUndoInput!) {
    bulkUndo(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const UNDO_CANCEL = graphql(`
  mutation BulkUndoCancel($input: BulkActionOnInput!) {
    bulkUndoCancel(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

/** Answers with the id under which it is followed; null when the read side does not know it yet. */
export async function startBulk(input: BulkStartInput): Promise<string | null> {
  return accepted((await execute(START, { input })).bulkStart).bulk?.id ?? null;
}

/** What is changed stays so, and can be undone. */
export async function cancelBulk(id: string): Promise<void> {
  accepted((await execute(CANCEL, { input: { id } })).bulkCancel);
}

/** Looks at what an undo would do; nothing is written. */
export async function lookAtBulkUndo(id: string): Promise<void> {
  accepted((await execute(LOOK, { input: { id } })).bulkUndoPreview);
}

/** `include`: records that are taken back although somebody touched them since. */
export async function undoBulk(id: string, include: string[] = [], includeAll = false): Promise<void> {
  accepted((await execute(UNDO, { input: { id, include, includeAll } })).bulkUndo);
}

/** What was taken back until then stays so. */
export async function cancelBulkUndo(id: string): Promise<void> {
  accepted((await execute(UNDO_CANCEL, { input: { id } })).bulkUndoCancel);
}
