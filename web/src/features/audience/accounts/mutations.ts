import { graphql } from "@/gql/gql.ts";
import { accepted, execute } from "@/lib/graphql.ts";
import { momentArguments } from "@/records/lookback/moment.ts";
import type { RecordCommands, Written } from "@/records/record-kind.ts";
import type { AccountChangedFragment } from "@/gql/graphql.ts";
import type { UserError } from "@/lib/api-error.ts";

graphql(`
  fragment AccountChanged on AccountPayload {
    position
    userErrors {
      ...Refusal
      recordId
    }
    account {
      id
      name
      domain
      industry
      employeesSizeRange
      staffCount
      hqCity
      hqCountry
      mainPhone
      tags
      status
      ownerName
      contactCount
      archived
      mayArchive
      createdAt
      updatedAt
      version
      fields
    }
  }
`);

const CREATE = graphql(`
  mutation AccountCreate($input: RecordInput!) {
    accountCreate(input: $input) {
      ...AccountChanged
    }
  }
`);
const UPDATE = graphql(`
  mutation AccountUpdate($input: RecordUpdateInput!) {
    accountUpdate(input: $input) {
      ...AccountChanged
    }
  }
`);
const ARCHIVE = graphql(`
  mutation AccountArchive($input: RecordActionInput!) {
    accountArchive(input: $input) {
      ...AccountChanged
    }
  }
`);
const RESTORE = graphql(`
  mutation AccountRestore($input: RecordActionInput!) {
    accountRestore(input: $input) {
      ...AccountChanged
    }
  }
`);
const UNDO = graphql(`
  mutation AccountUndo($input: RecordUndoInput!) {
    accountUndo(input: $input) {
      ...AccountChanged
    }
  }
`);
const RESTORE_VALUES = graphql(`
  mutation AccountRestoreValues($input: RecordRestoreValuesInput!) {
    accountRestoreValues(input: $input) {
      ...AccountChanged
    }
  }
`);
function written(payload: AccountChangedFragment & { userErrors: UserError[] }): Written {
  const { account, position } = accepted(payload);
  return { record: account ?? null, position: position ?? null };
}

export const accountCommands: RecordCommands = {
  create: async (fields, { accountId, idempotencyKey }) =>
    written((await execute(CREATE, { input: { fields, accountId, idempotencyKey } })).accountCreate),
  update: async (id, fields, expectedVersion) =>
    written((await execute(UPDATE, { input: { id, fields, expectedVersion } })).accountUpdate),
  archive: async (id) => written((await execute(ARCHIVE, { input: { id } })).accountArchive),
  restore: async (id) => written((await execute(RESTORE, { input: { id } })).accountRestore),
  undo: async (id, position) => written((await execute(UNDO, { input: { id, position } })).accountUndo),
  restoreValues: async (id, fields, from, expectedVersion) => {
    const input = { id, fields, expectedVersion, ...momentArguments(from) };
    return written((await execute(RESTORE_VALUES, { input })).accountRestoreValues);
  },
};
