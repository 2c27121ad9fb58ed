import { graphql } from "@/gql/gql.ts";
import { accepted, execute } from "@/lib/graphql.ts";
import { momentArguments } from "@/records/lookback/moment.ts";
import type { RecordCommands, Written } from "@/records/record-kind.ts";
import type { ContactChangedFragment } from "@/gql/graphql.ts";
import type { UserError } from "@/lib/api-error.ts";

graphql(`
  fragment ContactChanged on ContactPayload {
    position
    userErrors {
      ...Refusal
      recordId
    }
    contact {
      id
      fullName
      jobTitle
      seniorityLevel
      department
      email
      emailStatus
      directPhone
      accountId
      accountName
      accountDomain
      city
      country
      lifecycle
      tags
      ownerName
      archived
      mayArchive
      erased
      createdAt
      updatedAt
      version
      fields
    }
  }
`);

const CREATE = graphql(`
  mutation ContactCreate($input: RecordInput!) {
    contactCreate(input: $input) {
      ...ContactChanged
    }
  }
`);
const UPDATE = graphql(`
  mutation ContactUpdate($input: RecordUpdateInput!) {
    contactUpdate(input: $input) {
      ...ContactChanged
    }
  }
`);
const ARCHIVE = graphql(`
  mutation ContactArchive($input: RecordActionInput!) {
    contactArchive(input: $input) {
      ...ContactChanged
    }
  }
`);
const RESTORE = graphql(`
  mutation ContactRestore($input: RecordActionInput!) {
    contactRestore(input: $input) {
      ...ContactChanged
    }
  }
`);
const UNDO = graphql(`
  mutation ContactUndo($input: RecordUndoInput!) {
    contactUndo(input: $input) {
      ...ContactChanged
    }
  }
`);
const RESTORE_VALUES = graphql(`
  mutation ContactRestoreValues($input: RecordRestoreValuesInput!) {
    contactRestoreValues(input: $input) {
      ...ContactChanged
    }
  }
`);
const ERASE = graphql(`
  mutation ContactErase($input: ContactEraseInput!) {
    contactErase(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

function written(payload: ContactChangedFragment & { userErrors: UserError[] }): Written {
  const { contact, position } = accepted(payload);
  return { record: contact ?? null, position: position ?? null };
}

export const contactCommands: RecordCommands = {
  create: async (fields, { accountId, idempotencyKey }) =>
    written((await execute(CREATE, { input: { fields, accountId, idempotencyKey } })).contactCreate),
  update: async (id, fields, expectedVersion) =>
    written((await execute(UPDATE, { input: { id, fields, expectedVersion } })).contactUpdate),
  link: async (id, accountId, expectedVersion) => {
    const to = accountId === null ? { unlinkAccount: true } : { accountId };
    return written((await execute(UPDATE, { input: { id, fields: {}, expectedVersion, ...to } })).contactUpdate);
  },
  archive: async (id) => written((await execute(ARCHIVE, { input: { id } })).contactArchive),
  restore: async (id) => written((await execute(RESTORE, { input: { id } })).contactRestore),
  undo: async (id, position) => written((await execute(UNDO, { input: { id, position } })).contactUndo),
  restoreValues: async (id, fields, from, expectedVersion) => {
    const input = { id, fields, expectedVersion, ...momentArguments(from) };
    return written((await execute(RESTORE_VALUES, { input })).contactRestoreValues);
  },
};

/** Cannot be undone: the person's key is destroyed. `request` says who asked, for the audit. */
export async function eraseContact(id: string, request: string): Promise<void> {
  accepted((await execute(ERASE, { input: { id, request, confirm: true } })).contactErase);
}
