import { graphql } from "@/gql/gql.ts";
import type { RecordsMergeInput } from "@/gql/graphql.ts";
import { accepted, execute } from "@/lib/graphql.ts";
import type { Together } from "./use-together.ts";

const MERGE = graphql(`
  mutation RecordsMerge($input: RecordsMergeInput!) {
    recordsMerge(input: $input) {
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

const UNDO = graphql(`
  mutation MergeUndo($input: BulkUndoInput!) {
    bulkUndo(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

const UNDONE = graphql(`
  query MergeUndone($id: UUID!) {
    bulk(id: $id) {
      state
      undo {
        state
      }
    }
  }
`);

/** How often the end of an undo is asked for; half a minute. */
const LOOKS = 100;
const BETWEEN = 300;

/** What was chosen side by side, as it is sent: only these versions of the records become one. */
export function mergeInput({ entity, survivor, absorbed, choices }: Together): RecordsMergeInput {
  return {
    entity,
    survivor: survivor.id,
    absorbed: absorbed.map(({ id }) => id),
    choices,
    rule: "SURVIVOR",
    versions: [survivor, ...absorbed].map(({ id, version }) => ({ id, version })),
  };
}

/** The bulk change under which it is undone; null where the list is behind. */
export async function merge(input: RecordsMergeInput): Promise<string | null> {
  return accepted((await execute(MERGE, { input })).recordsMerge).bulk?.id ?? null;
}

/** Takes a merge apart, and comes back when that is done: only then do lists show what was merged. */
export async function undoMerge(id: string): Promise<void> {
  // Of a large account what belongs to it may still be on its way.
  for (let look = 0; look < LOOKS; look += 1) {
    const state = (await execute(UNDONE, { id })).bulk?.state;
    if (state !== "ASKED" && state !== "RUNNING") break;
    await new Promise((next) => setTimeout(next, BETWEEN));
  }
  accepted((await execute(UNDO, { input: { id, include: [], includeAll: false } })).bulkUndo);
  for (let look = 0; look < LOOKS; look += 1) {
    const undo = (await execute(UNDONE, { id })).bulk?.undo;
    if (undo && undo.state !== "RUNNING") return;
    await new Promise((next) => setTimeout(next, BETWEEN));
  }
}
