import { graphql } from "@/gql/gql.ts";
import type { SavedViewChangedFragment, SavedViewChangeInput, SavedViewCreateInput } from "@/gql/graphql.ts";
import { accepted, execute } from "@/lib/graphql.ts";
import type { SavedView } from "./queries.ts";

graphql(`
  fragment SavedViewChanged on SavedViewPayload {
    position
    savedView {
      ...SavedViewParts
    }
    userErrors {
      ...Refusal
    }
  }
`);

const CREATE = graphql(`
  mutation SavedViewCreate($input: SavedViewCreateInput!) {
    savedViewCreate(input: $input) {
      ...SavedViewChanged
    }
  }
`);
const CHANGE = graphql(`
  mutation SavedViewChange($input: SavedViewChangeInput!) {
    savedViewChange(input: $input) {
      ...SavedViewChanged
    }
  }
`);
const DELETE = graphql(`
  mutation SavedViewDelete($id: UUID!) {
    savedViewDelete(id: $id) {
      ...SavedViewChanged
    }
  }
`);
const RESTORE = graphql(`
  mutation SavedViewRestore($id: UUID!) {
    savedViewRestore(id: $id) {
      ...SavedViewChanged
    }
  }
`);

/** As it is now; null when the read side has not got there yet. */
function written(payload: SavedViewChangedFragment): SavedView | null {
  return accepted(payload).savedView ?? null;
}

export async function createSavedView(input: SavedViewCreateInput): Promise<SavedView | null> {
  return written((await execute(CREATE, { input })).savedViewCreate);
}

export async function changeSavedView(input: SavedViewChangeInput): Promise<SavedView | null> {
  return written((await execute(CHANGE, { input })).savedViewChange);
}

export async function deleteSavedView(id: string): Promise<void> {
  written((await execute(DELETE, { id })).savedViewDelete);
}

export async function restoreSavedView(id: string): Promise<void> {
  written((await execute(RESTORE, { id })).savedViewRestore);
}
