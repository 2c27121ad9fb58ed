import { graphql } from "@/gql/gql.ts";
import type { NoteAddInput, NoteEditInput, NoteWrittenFragment } from "@/gql/graphql.ts";
import { accepted, execute } from "@/lib/graphql.ts";

graphql(`
  fragment NoteWritten on NotePayload {
    position
    note {
      id
      version
    }
    userErrors {
      ...Refusal
    }
  }
`);

const ADD = graphql(`
  mutation NoteAdd($input: NoteAddInput!) {
    noteAdd(input: $input) {
      ...NoteWritten
    }
  }
`);
const EDIT = graphql(`
  mutation NoteEdit($input: NoteEditInput!) {
    noteEdit(input: $input) {
      ...NoteWritten
    }
  }
`);
const PIN = graphql(`
  mutation NotePin($id: UUID!, $pinned: Boolean!) {
    notePin(id: $id, pinned: $pinned) {
      ...NoteWritten
    }
  }
`);
const DELETE = graphql(`
  mutation NoteDelete($id: UUID!) {
    noteDelete(id: $id) {
      ...NoteWritten
    }
  }
`);
const RESTORE = graphql(`
  mutation NoteRestore($id: UUID!) {
    noteRestore(id: $id) {
      ...NoteWritten
    }
  }
`);

/** As far as the read side has got; null when it has not. */
export type WrittenNote = { id: string; version: number } | null;

const written = (payload: NoteWrittenFragment): WrittenNote => accepted(payload).note ?? null;

export async function addNote(input: NoteAddInput): Promise<WrittenNote> {
  return written((await execute(ADD, { input })).noteAdd);
}

export async function editNote(input: NoteEditInput): Promise<WrittenNote> {
  return written((await execute(EDIT, { input })).noteEdit);
}

export async function pinNote(id: string, pinned: boolean): Promise<WrittenNote> {
  return written((await execute(PIN, { id, pinned })).notePin);
}

export async function deleteNote(id: string): Promise<WrittenNote> {
  return written((await execute(DELETE, { id })).noteDelete);
}

export async function restoreNote(id: string): Promise<WrittenNote> {
  return written((await execute(RESTORE, { id })).noteRestore);
}
