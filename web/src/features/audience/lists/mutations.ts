import type { QueryClient } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type {
  DomainSetConvertToListInput,
  ListChangeInput,
  ListChangeMadeFragment,
  ListCombineInput,
  ListCreateInput,
  ListSnapshotInput,
  ListUpdateInput,
  SegmentConvertToListInput,
} from "@/gql/graphql.ts";
import { accepted, execute } from "@/lib/graphql.ts";
import { LISTS, type List, listQuery } from "./queries.ts";

graphql(`
  fragment ListWritten on ListPayload {
    position
    list {
      ...ListParts
    }
    userErrors {
      ...Refusal
    }
  }
`);
graphql(`
  fragment ListChangeMade on ListChangePayload {
    position
    list {
      ...ListParts
    }
    change {
      id
      asked
      changed
      unchanged
      refused {
        entry
        code
        message
      }
      refusedCount
      bulkId
    }
    userErrors {
      ...Refusal
    }
  }
`);

const CREATE = graphql(`
  mutation ListCreate($input: ListCreateInput!) {
    listCreate(input: $input) {
      ...ListChangeMade
    }
  }
`);
const UPDATE = graphql(`
  mutation ListUpdate($input: ListUpdateInput!) {
    listUpdate(input: $input) {
      ...ListWritten
    }
  }
`);
const ARCHIVE = graphql(`
  mutation ListArchive($id: UUID!) {
    listArchive(id: $id) {
      ...ListWritten
    }
  }
`);
const RESTORE = graphql(`
  mutation ListRestore($id: UUID!) {
    listRestore(id: $id) {
      ...ListWritten
    }
  }
`);
const ADD = graphql(`
  mutation ListAdd($input: ListChangeInput!) {
    listAdd(input: $input) {
      ...ListChangeMade
    }
  }
`);
const REMOVE = graphql(`
  mutation ListRemove($input: ListChangeInput!) {
    listRemove(input: $input) {
      ...ListChangeMade
    }
  }
`);
const UNDO = graphql(`
  mutation ListUndo($input: ListUndoInput!) {
    listUndo(input: $input) {
      ...ListWritten
    }
  }
`);
const COMBINE = graphql(`
  mutation ListCombine($input: ListCombineInput!) {
    listCombine(input: $input) {
      ...ListChangeMade
    }
  }
`);
const SNAPSHOT = graphql(`
  mutation ListSnapshot($input: ListSnapshotInput!) {
    listSnapshot(input: $input) {
      ...ListChangeMade
    }
  }
`);

const OF_SEGMENT = graphql(`
  mutation SegmentConvertToList($input: SegmentConvertToListInput!) {
    segmentConvertToList(input: $input) {
      ...ListChangeMade
    }
  }
`);
const OF_DOMAIN_SET = graphql(`
  mutation DomainSetConvertToList($input: DomainSetConvertToListInput!) {
    domainSetConvertToList(input: $input) {
      ...ListChangeMade
    }
  }
`);

export type ListChange = NonNullable<ListChangeMadeFragment["change"]>;

/** `list`: as it is now; null when the read side has not got there yet. */
export interface ChangedList {
  list: List | null;
  change: ListChange | null;
}

function changed(payload: ListChangeMadeFragment): ChangedList {
  const { list, change } = accepted(payload);
  return { list: list ?? null, change: change ?? null };
}

export async function createList(input: ListCreateInput): Promise<ChangedList> {
  return changed((await execute(CREATE, { input })).listCreate);
}

export async function addToList(input: ListChangeInput): Promise<ChangedList> {
  return changed((await execute(ADD, { input })).listAdd);
}

export async function removeFromList(input: ListChangeInput): Promise<ChangedList> {
  return changed((await execute(REMOVE, { input })).listRemove);
}

export async function combineLists(input: ListCombineInput): Promise<ChangedList> {
  return changed((await execute(COMBINE, { input })).listCombine);
}

/** Of this moment, or of an earlier one. Nothing enters or leaves it any more. */
export async function snapshotList(input: ListSnapshotInput): Promise<ChangedList> {
  return changed((await execute(SNAPSHOT, { input })).listSnapshot);
}

/** A segment's members at this moment, or at an earlier one. */
export async function segmentToList(input: SegmentConvertToListInput): Promise<ChangedList> {
  return changed((await execute(OF_SEGMENT, { input })).segmentConvertToList);
}

/** The accounts of a domain set, or their people. */
export async function domainSetToList(input: DomainSetConvertToListInput): Promise<ChangedList> {
  return changed((await execute(OF_DOMAIN_SET, { input })).domainSetConvertToList);
}

export async function updateList(input: ListUpdateInput): Promise<List | null> {
  return accepted((await execute(UPDATE, { input })).listUpdate).list ?? null;
}

export async function archiveList(id: string): Promise<void> {
  accepted((await execute(ARCHIVE, { id })).listArchive);
}

export async function restoreList(id: string): Promise<void> {
  accepted((await execute(RESTORE, { id })).listRestore);
}

/** Takes back what was done in one request; a bulk change is undone as one. */
export async function undoListChange(id: string, change: string): Promise<void> {
  accepted((await execute(UNDO, { input: { id, change } })).listUndo);
}

/** The lists, and the records in them. `list`: as the answer has it. */
export async function refreshLists(client: QueryClient, list: List | null = null): Promise<void> {
  if (list !== null) client.setQueryData(listQuery(list.id).queryKey, list);
  await Promise.all(
    [LISTS, "memberships", "contacts", "accounts"].map((key) => client.invalidateQueries({ queryKey: [key] })),
  );
}
