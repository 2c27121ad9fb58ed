/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
import type { Json } from "@/lib/json.ts";
import type { DocumentTypeDecoration } from "@graphql-typed-document-node/core";
/** All conditions must hold. */
export type AccountFilter = {
  /** null: archived ones too. */
  archived?: boolean | null | undefined;
  /** Of the head office. */
  country?: Array<string> | null | undefined;
  ids?: Array<string> | null | undefined;
  /** Accounts that this import made or changed. */
  importId?: string | null | undefined;
  industry?: Array<string> | null | undefined;
  /** Every word is looked for in the name, and as the beginning of the domain. */
  q?: string | null | undefined;
  status?: string | null | undefined;
  /** The viewer's, as Europe/Berlin: where days begin and "today" is. UTC if not said. */
  timeZone?: string | null | undefined;
  /**
   * A filter in the filter language (docs/FILTER.md), one more condition beside the others. To find archived records
   * by it, set archived to null as well.
   */
  where?: Json | null | undefined;
};

export type ClientCreateInput = {
  idempotencyKey?: string | null | undefined;
  name: string;
};

export type ClientRenameInput = {
  id: string;
  name: string;
};

/** Without entity and field the column is not imported. */
export type ColumnMappingInput = {
  column: number;
  entity?: Entity | null | undefined;
  field?: string | null | undefined;
  rule?: WriteRule;
};

export type ContactEraseInput = {
  /** Erasing cannot be undone. */
  confirm: boolean;
  id: string;
  /** The person's request this carries out, as a ticket number. No personal data. */
  request: string;
};

/** All conditions must hold. */
export type ContactFilter = {
  accountId?: string | null | undefined;
  /** null: archived ones too. */
  archived?: boolean | null | undefined;
  country?: Array<string> | null | undefined;
  createdFrom?: string | null | undefined;
  /** Exclusive. */
  createdTo?: string | null | undefined;
  department?: Array<string> | null | undefined;
  ids?: Array<string> | null | undefined;
  /** Contacts that this import made or changed. */
  importId?: string | null | undefined;
  /** With importId: created, updated, unchanged, merged_in_file, matches_archived. */
  importOutcome?: string | null | undefined;
  jobTitleContains?: string | null | undefined;
  /** Every word is looked for in name and company, and as the beginning of email and its domain. */
  q?: string | null | undefined;
  seniorityLevel?: Array<string> | null | undefined;
  /** The viewer's, as Europe/Berlin: where days begin and "today" is. UTC if not said. */
  timeZone?: string | null | undefined;
  /**
   * A filter in the filter language (docs/FILTER.md), one more condition beside the others. To find archived records
   * by it, set archived to null as well.
   */
  where?: Json | null | undefined;
};

/** Parts that are absent stay as they are. */
export type CustomFieldChangeInput = {
  entity: Entity;
  key: string;
  label?: string | null | undefined;
  /** All options in their new order. An option that is not wanted any more is retired, not left out. */
  options?: Array<CustomFieldOptionInput> | null | undefined;
  required?: boolean | null | undefined;
};

export type CustomFieldDefineInput = {
  entity: Entity;
  idempotencyKey?: string | null | undefined;
  label: string;
  /** Labels of the options of a choice. */
  options?: Array<string>;
  required?: boolean;
  type?: CustomFieldType;
};

export type CustomFieldOptionInput = {
  label: string;
  retired?: boolean;
  /** Of an option that is there; absent adds one. */
  value?: string | null | undefined;
};

/** What the values of a custom field are like. It cannot be changed later. */
export type CustomFieldType =
  | "BOOL"
  /** One of the options. */
  | "CHOICE"
  | "DATE"
  | "DATE_TIME"
  | "EMAIL"
  | "MONEY"
  /** Several of the options. */
  | "MULTI"
  /** Whole or with a fraction. */
  | "NUMBER"
  | "PHONE"
  | "TEXT"
  | "URL";

export type Entity = "ACCOUNT" | "CONTACT";

export type ExportActionInput = {
  id: string;
};

export type ExportFormat =
  /** RFC 4180, UTF-8. An import takes the headings for the same fields. */
  | "CSV"
  /** One array with a record per line, values in their natural types. */
  | "JSON"
  /** One sheet: at most 1,048,575 records, and 32,767 characters in a cell. */
  | "XLSX";

/** The list as it stands on the screen. To export records one by one, name them in `ids` of the filter. */
export type ExportStartInput = {
  /** With entity ACCOUNT. */
  accounts?: AccountFilter | null | undefined;
  /** CSV: begin with the mark by which some spreadsheets know UTF-8. */
  byteOrderMark?: boolean;
  /** Keys of the catalogue and `custom.*`, in the order of the file. */
  columns: Array<string>;
  /** With entity CONTACT. */
  contacts?: ContactFilter | null | undefined;
  entity: Entity;
  format: ExportFormat;
  idempotencyKey?: string | null | undefined;
  /** Newest first if not said. */
  sort?: RecordSort | null | undefined;
};

export type ExportState =
  | "CANCELLED"
  | "COMPLETED"
  /** The file's seven days are over. */
  | "EXPIRED"
  | "FAILED"
  /** The file was removed because a person who may be in it was erased. */
  | "REMOVED"
  /** Waits for its turn or is being written. */
  | "RUNNING";

/** The shape of the value an operator is given. */
export type FilterTakes =
  /** A whole number of days. */
  | "DAYS"
  /** A list of up to 5,000. */
  | "MANY"
  /** No value. */
  | "NOTHING"
  | "ONE"
  /** {"from": .., "to": ..}, both ends included. */
  | "RANGE";

/** What a field's values are like, which decides its operators and how its value is entered. */
export type FilterValueType =
  | "BOOL"
  /** One of the options. */
  | "CHOICE"
  /** A country: its two-letter code, or its name. */
  | "COUNTRY"
  /** A custom field that nobody defined: text, or a number where the operator compares. */
  | "CUSTOM"
  | "DATE"
  | "DATE_TIME"
  /** Several texts. */
  | "LIST"
  /** {"amount": "1000000", "currency": "USD"}. */
  | "MONEY"
  /** A whole number; of a custom field one with a fraction too. */
  | "NUMBER"
  /** The id of another record: see target. */
  | "REFERENCE"
  | "TEXT"
  /** A user's id, "me", or whatever a file called the owner. */
  | "USER";

export type ImportActionInput = {
  id: string;
};

export type ImportChooseSheetInput = {
  id: string;
  /** By its name, as `sheets` has it. */
  sheet: string;
};

export type ImportFixRowsInput = {
  id: string;
  idempotencyKey?: string | null | undefined;
  rows: Array<ImportFixedRowInput>;
};

/** All cells of a rejected row, in the order of the file's columns. */
export type ImportFixedRowInput = {
  cells: Array<string>;
  row: number;
};

/** What a file is a list of. CONTACTS: account columns only find the contact's account. ACCOUNTS: the outcomes count accounts. */
export type ImportKind = "ACCOUNTS" | "BOTH" | "CONTACTS";

export type ImportMapInput = {
  /** Name or two-letter code: for phone numbers written without +. */
  defaultCountry?: string | null | undefined;
  id: string;
  /** What the file is a list of. */
  kind?: ImportKind;
  mapping: Array<ColumnMappingInput>;
  name?: string | null | undefined;
};

/**
 * Each row of the file stands in one list of an outcome. WARNINGS: rows that would go in, but without a value or with a
 * doubt. ACCOUNTS_CREATED, ACCOUNTS_UPDATED: on the side, at the first row that does it.
 */
export type ImportPreviewList =
  | "ACCOUNTS_CREATED"
  | "ACCOUNTS_UPDATED"
  | "CREATED"
  | "MATCHES_ARCHIVED"
  | "MERGED_IN_FILE"
  | "REJECTED"
  | "UNCHANGED"
  | "UPDATED"
  | "WARNINGS";

export type ImportPreviewState =
  | "CANCELLED"
  | "DONE"
  /** The counts are here, the lists are not: their time is over, the run has begun, or a person was erased. */
  | "EXPIRED"
  | "FAILED"
  | "RUNNING";

export type ImportRowOutcome =
  "CREATED" | "MATCHES_ARCHIVED" | "MERGED_IN_FILE" | "NOT_RUN" | "REJECTED" | "UNCHANGED" | "UPDATED";

export type ImportState =
  "CANCELLED" | "COMPLETED" | "FAILED" | "MAPPED" | "PREVIEWED" | "RUNNING" | "UNDONE" | "UPLOADED";

export type ImportUndoInput = {
  id: string;
  /** Records that are taken back although somebody touched them since; at most 1,000. */
  include?: Array<string>;
  /** All of them. */
  includeAll?: boolean;
};

export type ImportUndoList =
  | "ARCHIVED"
  /** Left, in whole or in part, unless chosen. */
  | "CONFLICTS"
  /** In whole or in part. */
  | "REVERTED";

/**
 * ARCHIVED: the import made it. PARTLY: some values got their old one, others were touched since. KEPT: left as it is.
 * NOTHING: there was nothing (more) to take back. GONE: the person was erased.
 */
export type ImportUndoOutcome = "ARCHIVED" | "GONE" | "KEPT" | "NOTHING" | "PARTLY" | "REVERTED";

export type ImportUndoReason = "ACTIVITY_SINCE" | "ARCHIVED_SINCE" | "CHANGED_SINCE" | "NO_KEY" | "VALUE_TAKEN";

export type ImportUndoState =
  /** What was taken back until then stays so; undo again to go on. */
  | "CANCELLED"
  | "DONE"
  /** Of a look: the counts are here, the lists are not. */
  | "EXPIRED"
  | "RUNNING";

export type JobActionInput = {
  id: string;
};

export type JobState =
  | "CANCELLED"
  | "DONE"
  /** Failed too often; waits for a person. */
  | "PARKED"
  | "QUEUED"
  | "RUNNING";

export type PreferencesInput = {
  /** Replaces what was saved. */
  preferences: Json;
};

export type ProjectionActionInput = {
  name: string;
};

export type ProjectionState = "CATCHING_UP" | "LIVE" | "REBUILDING" | "STOPPED";

export type RecordActionInput = {
  id: string;
  idempotencyKey?: string | null | undefined;
  /** Stands in the history. */
  reason?: string | null | undefined;
};

/** A new record. idempotencyKey: a repeat with the same key returns the first answer. */
export type RecordInput = {
  /** Contacts only; without it the email's domain links. */
  accountId?: string | null | undefined;
  /** Catalogue key to raw value: text as typed, numbers, true or false, lists of texts. */
  fields: Json;
  idempotencyKey?: string | null | undefined;
};

/** Brings values back that fields had at a moment (`at`), or right after one of the record's events (`position`). */
export type RecordRestoreValuesInput = {
  at?: string | null | undefined;
  /** The version that was looked at; fields changed since by somebody else are refused. */
  expectedVersion?: number | null | undefined;
  /** Catalogue keys; `account` is a contact's account. */
  fields: Array<string>;
  id: string;
  idempotencyKey?: string | null | undefined;
  position?: number | null | undefined;
};

/** Field is a catalogue key of a sortable field: full_name, created_at, job_title, email, account_name, country, ... */
export type RecordSort = {
  direction?: SortDirection;
  field: string;
};

export type RecordUndoInput = {
  /** Overwrite what was changed since. */
  force?: boolean | null | undefined;
  id: string;
  idempotencyKey?: string | null | undefined;
  /** Of the event to take back. */
  position: number;
};

/** Fields: catalogue key to raw value, or null to clear. Whatever is not named stays. */
export type RecordUpdateInput = {
  accountId?: string | null | undefined;
  /** The version that was looked at; when it is older, fields that do not collide still merge. */
  expectedVersion?: number | null | undefined;
  fields: Json;
  id: string;
  idempotencyKey?: string | null | undefined;
  unlinkAccount?: boolean | null | undefined;
};

export type Role = "ADMIN" | "AGENT" | "CAMPAIGN_MANAGER" | "CLIENT_USER" | "DATA_OPS" | "QA_ANALYST";

/** Parts that are absent stay as they are. */
export type SavedViewChangeInput = {
  content?: Json | null | undefined;
  id: string;
  name?: string | null | undefined;
  sharing?: ViewSharing | null | undefined;
  /** With sharing TEAM. */
  teamId?: string | null | undefined;
};

export type SavedViewCreateInput = {
  content: Json;
  entity: Entity;
  idempotencyKey?: string | null | undefined;
  name: string;
  sharing?: ViewSharing;
  /** With sharing TEAM. */
  teamId?: string | null | undefined;
};

/** What can be found. */
export type SearchKind = "ACCOUNT" | "CONTACT";

export type SortDirection = "ASC" | "DESC";

/** Which activity is wanted; what is not said is not asked. */
export type TimelineFilter = {
  actorId?: string | null | undefined;
  from?: string | null | undefined;
  /** Keys of timelineFacets.kinds; none for all. */
  kinds?: Array<string>;
  /** What nobody did: jobs, policies. Not together with actorId. */
  system?: boolean;
  /** Not part of the time asked for. */
  to?: string | null | undefined;
};

export type UserCreateInput = {
  /** For client users, and only for them. */
  clientId?: string | null | undefined;
  email: string;
  name: string;
  password: string;
  role: Role;
  teamIds?: Array<string> | null | undefined;
};

/** What is not named stays. */
export type UserUpdateInput = {
  /** For somebody who becomes a client user. */
  clientId?: string | null | undefined;
  id: string;
  name?: string | null | undefined;
  role?: Role | null | undefined;
  teamIds?: Array<string> | null | undefined;
};

/** Who sees a view. */
export type ViewSharing =
  /** Everybody who sees such lists. */
  | "EVERYONE"
  /** The owner alone. */
  | "PRIVATE"
  /** The members of one team. */
  | "TEAM";

export type WriteRule = "BY_SOURCE" | "FILL_EMPTY" | "NEVER" | "OVERWRITE";

export type AccountChangedFragment = {
  position: number | null;
  userErrors: Array<{ code: string; field: string | null; message: string; recordId: string | null }>;
  account: {
    id: string;
    name: string | null;
    domain: string | null;
    industry: string | null;
    employeesSizeRange: string | null;
    staffCount: number | null;
    hqCity: string | null;
    hqCountry: string | null;
    mainPhone: string | null;
    tags: Array<string>;
    status: string;
    ownerName: string | null;
    contactCount: number;
    archived: boolean;
    mayArchive: boolean;
    createdAt: string;
    updatedAt: string;
    version: number;
    fields: Json;
  } | null;
};

export type AccountCreateMutationVariables = Exact<{
  input: RecordInput;
}>;

export type AccountCreateMutation = {
  accountCreate: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string; recordId: string | null }>;
    account: {
      id: string;
      name: string | null;
      domain: string | null;
      industry: string | null;
      employeesSizeRange: string | null;
      staffCount: number | null;
      hqCity: string | null;
      hqCountry: string | null;
      mainPhone: string | null;
      tags: Array<string>;
      status: string;
      ownerName: string | null;
      contactCount: number;
      archived: boolean;
      mayArchive: boolean;
      createdAt: string;
      updatedAt: string;
      version: number;
      fields: Json;
    } | null;
  };
};

export type AccountUpdateMutationVariables = Exact<{
  input: RecordUpdateInput;
}>;

export type AccountUpdateMutation = {
  accountUpdate: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string; recordId: string | null }>;
    account: {
      id: string;
      name: string | null;
      domain: string | null;
      industry: string | null;
      employeesSizeRange: string | null;
      staffCount: number | null;
      hqCity: string | null;
      hqCountry: string | null;
      mainPhone: string | null;
      tags: Array<string>;
      status: string;
      ownerName: string | null;
      contactCount: number;
      archived: boolean;
      mayArchive: boolean;
      createdAt: string;
      updatedAt: string;
      version: number;
      fields: Json;
    } | null;
  };
};

export type AccountArchiveMutationVariables = Exact<{
  input: RecordActionInput;
}>;

export type AccountArchiveMutation = {
  accountArchive: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string; recordId: string | null }>;
    account: {
      id: string;
      name: string | null;
      domain: string | null;
      industry: string | null;
      employeesSizeRange: string | null;
      staffCount: number | null;
      hqCity: string | null;
      hqCountry: string | null;
      mainPhone: string | null;
      tags: Array<string>;
      status: string;
      ownerName: string | null;
      contactCount: number;
      archived: boolean;
      mayArchive: boolean;
      createdAt: string;
      updatedAt: string;
      version: number;
      fields: Json;
    } | null;
  };
};

export type AccountRestoreMutationVariables = Exact<{
  input: RecordActionInput;
}>;

export type AccountRestoreMutation = {
  accountRestore: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string; recordId: string | null }>;
    account: {
      id: string;
      name: string | null;
      domain: string | null;
      industry: string | null;
      employeesSizeRange: string | null;
      staffCount: number | null;
      hqCity: string | null;
      hqCountry: string | null;
      mainPhone: string | null;
      tags: Array<string>;
      status: string;
      ownerName: string | null;
      contactCount: number;
      archived: boolean;
      mayArchive: boolean;
      createdAt: string;
      updatedAt: string;
      version: number;
      fields: Json;
    } | null;
  };
};

export type AccountUndoMutationVariables = Exact<{
  input: RecordUndoInput;
}>;

export type AccountUndoMutation = {
  accountUndo: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string; recordId: string | null }>;
    account: {
      id: string;
      name: string | null;
      domain: string | null;
      industry: string | null;
      employeesSizeRange: string | null;
      staffCount: number | null;
      hqCity: string | null;
      hqCountry: string | null;
      mainPhone: string | null;
      tags: Array<string>;
      status: string;
      ownerName: string | null;
      contactCount: number;
      archived: boolean;
      mayArchive: boolean;
      createdAt: string;
      updatedAt: string;
      version: number;
      fields: Json;
    } | null;
  };
};

export type AccountRestoreValuesMutationVariables = Exact<{
  input: RecordRestoreValuesInput;
}>;

export type AccountRestoreValuesMutation = {
  accountRestoreValues: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string; recordId: string | null }>;
    account: {
      id: string;
      name: string | null;
      domain: string | null;
      industry: string | null;
      employeesSizeRange: string | null;
      staffCount: number | null;
      hqCity: string | null;
      hqCountry: string | null;
      mainPhone: string | null;
      tags: Array<string>;
      status: string;
      ownerName: string | null;
      contactCount: number;
      archived: boolean;
      mayArchive: boolean;
      createdAt: string;
      updatedAt: string;
      version: number;
      fields: Json;
    } | null;
  };
};

export type AccountTreeQueryVariables = Exact<{
  id: string;
}>;

export type AccountTreeQuery = {
  accountTree: {
    more: boolean;
    nodes: Array<{
      id: string;
      parentId: string | null;
      name: string | null;
      domain: string | null;
      archived: boolean;
      status: string;
      contactCount: number;
      depth: number;
    }>;
  };
};

export type AccountPeopleQueryVariables = Exact<{
  id: string;
}>;

export type AccountPeopleQuery = {
  accountPeople: {
    total: number;
    withEmail: number;
    emailVerified: number;
    withPhone: number;
    seniorities: Array<string>;
    cells: Array<{ seniority: string | null; department: string | null; count: number }>;
  };
};

export type AccountListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  before?: string | null | undefined;
  filter?: AccountFilter | null | undefined;
  sort?: RecordSort | null | undefined;
}>;

export type AccountListQuery = {
  accounts: {
    stale: boolean;
    edges: Array<{
      cursor: string;
      node: {
        id: string;
        name: string | null;
        domain: string | null;
        industry: string | null;
        employeesSizeRange: string | null;
        staffCount: number | null;
        hqCity: string | null;
        hqCountry: string | null;
        mainPhone: string | null;
        tags: Array<string>;
        status: string;
        ownerName: string | null;
        contactCount: number;
        archived: boolean;
        mayArchive: boolean;
        createdAt: string;
        updatedAt: string;
        version: number;
        fields: Json;
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type AccountCountQueryVariables = Exact<{
  filter?: AccountFilter | null | undefined;
}>;

export type AccountCountQuery = { accounts: { totalCount: number } };

export type AccountRecordQueryVariables = Exact<{
  id: string;
}>;

export type AccountRecordQuery = {
  account: {
    id: string;
    name: string | null;
    domain: string | null;
    industry: string | null;
    employeesSizeRange: string | null;
    staffCount: number | null;
    hqCity: string | null;
    hqCountry: string | null;
    mainPhone: string | null;
    status: string;
    ownerName: string | null;
    contactCount: number;
    archived: boolean;
    mayArchive: boolean;
    sourceLabel: string;
    importId: string | null;
    teamName: string | null;
    createdAt: string;
    updatedAt: string;
    version: number;
    fields: Json;
    parent: { id: string; name: string | null } | null;
  } | null;
};

export type ContactChangedFragment = {
  position: number | null;
  userErrors: Array<{ code: string; field: string | null; message: string; recordId: string | null }>;
  contact: {
    id: string;
    fullName: string | null;
    jobTitle: string | null;
    seniorityLevel: string | null;
    department: string | null;
    email: string | null;
    emailStatus: string;
    directPhone: string | null;
    accountId: string | null;
    accountName: string | null;
    accountDomain: string | null;
    city: string | null;
    country: string | null;
    lifecycle: string | null;
    tags: Array<string>;
    ownerName: string | null;
    archived: boolean;
    mayArchive: boolean;
    erased: boolean;
    createdAt: string;
    updatedAt: string;
    version: number;
    fields: Json;
  } | null;
};

export type ContactCreateMutationVariables = Exact<{
  input: RecordInput;
}>;

export type ContactCreateMutation = {
  contactCreate: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string; recordId: string | null }>;
    contact: {
      id: string;
      fullName: string | null;
      jobTitle: string | null;
      seniorityLevel: string | null;
      department: string | null;
      email: string | null;
      emailStatus: string;
      directPhone: string | null;
      accountId: string | null;
      accountName: string | null;
      accountDomain: string | null;
      city: string | null;
      country: string | null;
      lifecycle: string | null;
      tags: Array<string>;
      ownerName: string | null;
      archived: boolean;
      mayArchive: boolean;
      erased: boolean;
      createdAt: string;
      updatedAt: string;
      version: number;
      fields: Json;
    } | null;
  };
};

export type ContactUpdateMutationVariables = Exact<{
  input: RecordUpdateInput;
}>;

export type ContactUpdateMutation = {
  contactUpdate: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string; recordId: string | null }>;
    contact: {
      id: string;
      fullName: string | null;
      jobTitle: string | null;
      seniorityLevel: string | null;
      department: string | null;
      email: string | null;
      emailStatus: string;
      directPhone: string | null;
      accountId: string | null;
      accountName: string | null;
      accountDomain: string | null;
      city: string | null;
      country: string | null;
      lifecycle: string | null;
      tags: Array<string>;
      ownerName: string | null;
      archived: boolean;
      mayArchive: boolean;
      erased: boolean;
      createdAt: string;
      updatedAt: string;
      version: number;
      fields: Json;
    } | null;
  };
};

export type ContactArchiveMutationVariables = Exact<{
  input: RecordActionInput;
}>;

export type ContactArchiveMutation = {
  contactArchive: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string; recordId: string | null }>;
    contact: {
      id: string;
      fullName: string | null;
      jobTitle: string | null;
      seniorityLevel: string | null;
      department: string | null;
      email: string | null;
      emailStatus: string;
      directPhone: string | null;
      accountId: string | null;
      accountName: string | null;
      accountDomain: string | null;
      city: string | null;
      country: string | null;
      lifecycle: string | null;
      tags: Array<string>;
      ownerName: string | null;
      archived: boolean;
      mayArchive: boolean;
      erased: boolean;
      createdAt: string;
      updatedAt: string;
      version: number;
      fields: Json;
    } | null;
  };
};

export type ContactRestoreMutationVariables = Exact<{
  input: RecordActionInput;
}>;

export type ContactRestoreMutation = {
  contactRestore: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string; recordId: string | null }>;
    contact: {
      id: string;
      fullName: string | null;
      jobTitle: string | null;
      seniorityLevel: string | null;
      department: string | null;
      email: string | null;
      emailStatus: string;
      directPhone: string | null;
      accountId: string | null;
      accountName: string | null;
      accountDomain: string | null;
      city: string | null;
      country: string | null;
      lifecycle: string | null;
      tags: Array<string>;
      ownerName: string | null;
      archived: boolean;
      mayArchive: boolean;
      erased: boolean;
      createdAt: string;
      updatedAt: string;
      version: number;
      fields: Json;
    } | null;
  };
};

export type ContactUndoMutationVariables = Exact<{
  input: RecordUndoInput;
}>;

export type ContactUndoMutation = {
  contactUndo: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string; recordId: string | null }>;
    contact: {
      id: string;
      fullName: string | null;
      jobTitle: string | null;
      seniorityLevel: string | null;
      department: string | null;
      email: string | null;
      emailStatus: string;
      directPhone: string | null;
      accountId: string | null;
      accountName: string | null;
      accountDomain: string | null;
      city: string | null;
      country: string | null;
      lifecycle: string | null;
      tags: Array<string>;
      ownerName: string | null;
      archived: boolean;
      mayArchive: boolean;
      erased: boolean;
      createdAt: string;
      updatedAt: string;
      version: number;
      fields: Json;
    } | null;
  };
};

export type ContactRestoreValuesMutationVariables = Exact<{
  input: RecordRestoreValuesInput;
}>;

export type ContactRestoreValuesMutation = {
  contactRestoreValues: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string; recordId: string | null }>;
    contact: {
      id: string;
      fullName: string | null;
      jobTitle: string | null;
      seniorityLevel: string | null;
      department: string | null;
      email: string | null;
      emailStatus: string;
      directPhone: string | null;
      accountId: string | null;
      accountName: string | null;
      accountDomain: string | null;
      city: string | null;
      country: string | null;
      lifecycle: string | null;
      tags: Array<string>;
      ownerName: string | null;
      archived: boolean;
      mayArchive: boolean;
      erased: boolean;
      createdAt: string;
      updatedAt: string;
      version: number;
      fields: Json;
    } | null;
  };
};

export type ContactEraseMutationVariables = Exact<{
  input: ContactEraseInput;
}>;

export type ContactEraseMutation = {
  contactErase: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type ContactListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  before?: string | null | undefined;
  filter?: ContactFilter | null | undefined;
  sort?: RecordSort | null | undefined;
}>;

export type ContactListQuery = {
  contacts: {
    stale: boolean;
    edges: Array<{
      cursor: string;
      node: {
        id: string;
        fullName: string | null;
        jobTitle: string | null;
        seniorityLevel: string | null;
        department: string | null;
        email: string | null;
        emailStatus: string;
        directPhone: string | null;
        accountId: string | null;
        accountName: string | null;
        accountDomain: string | null;
        city: string | null;
        country: string | null;
        lifecycle: string | null;
        tags: Array<string>;
        ownerName: string | null;
        archived: boolean;
        mayArchive: boolean;
        erased: boolean;
        createdAt: string;
        updatedAt: string;
        version: number;
        fields: Json;
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type ContactCountQueryVariables = Exact<{
  filter?: ContactFilter | null | undefined;
}>;

export type ContactCountQuery = { contacts: { totalCount: number } };

export type ContactRecordQueryVariables = Exact<{
  id: string;
}>;

export type ContactRecordQuery = {
  contact: {
    id: string;
    fullName: string | null;
    jobTitle: string | null;
    email: string | null;
    emailStatus: string;
    directPhone: string | null;
    mobilePhone: string | null;
    phoneStatus: string;
    accountId: string | null;
    accountName: string | null;
    accountDomain: string | null;
    accountLink: string | null;
    timezone: string | null;
    ownerName: string | null;
    archived: boolean;
    mayArchive: boolean;
    erased: boolean;
    sourceLabel: string;
    importId: string | null;
    teamName: string | null;
    createdAt: string;
    updatedAt: string;
    version: number;
    fields: Json;
  } | null;
};

export type CustomFieldDefineMutationVariables = Exact<{
  input: CustomFieldDefineInput;
}>;

export type CustomFieldDefineMutation = {
  customFieldDefine: {
    position: number | null;
    customField: { entity: Entity; key: string; label: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type CustomFieldChangeMutationVariables = Exact<{
  input: CustomFieldChangeInput;
}>;

export type CustomFieldChangeMutation = {
  customFieldChange: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type CustomFieldArchiveMutationVariables = Exact<{
  entity: Entity;
  key: string;
}>;

export type CustomFieldArchiveMutation = {
  customFieldArchive: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type CustomFieldRestoreMutationVariables = Exact<{
  entity: Entity;
  key: string;
}>;

export type CustomFieldRestoreMutation = {
  customFieldRestore: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type CustomFieldListQueryVariables = Exact<{
  entity: Entity;
}>;

export type CustomFieldListQuery = {
  customFields: Array<{
    entity: Entity;
    key: string;
    label: string;
    type: CustomFieldType;
    required: boolean;
    archived: boolean;
    createdByName: string | null;
    createdAt: string;
    options: Array<{ value: string; label: string; retired: boolean }>;
  }>;
};

export type ExportStartMutationVariables = Exact<{
  input: ExportStartInput;
}>;

export type ExportStartMutation = {
  exportStart: {
    position: number | null;
    export: { id: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ExportCancelMutationVariables = Exact<{
  input: ExportActionInput;
}>;

export type ExportCancelMutation = {
  exportCancel: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type ExportLinkMutationVariables = Exact<{
  input: ExportActionInput;
}>;

export type ExportLinkMutation = {
  exportLink: { url: string | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type ExportListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type ExportListQuery = {
  exports: {
    edges: Array<{
      cursor: string;
      node: {
        id: string;
        entity: Entity;
        format: ExportFormat;
        state: ExportState;
        columns: Array<string>;
        filter: Json | null;
        createdAt: string;
        createdBy: string | null;
        mine: boolean;
        finishedAt: string | null;
        error: string | null;
        rows: number | null;
        asOf: string | null;
        fileSize: number | null;
        cutCells: number;
        expiresAt: string | null;
        progress: {
          done: number;
          total: number | null;
          rate: number | null;
          etaSeconds: number | null;
          phase: string | null;
        } | null;
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type ExportCountQueryVariables = Exact<{ [key: string]: never }>;

export type ExportCountQuery = { exports: { totalCount: number } };

export type ImportFixRowsMutationVariables = Exact<{
  input: ImportFixRowsInput;
}>;

export type ImportFixRowsMutation = {
  importFixRows: {
    position: number | null;
    import: { id: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ImportAgainMutationVariables = Exact<{
  input: ImportActionInput;
}>;

export type ImportAgainMutation = {
  importAgain: {
    position: number | null;
    import: { id: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ImportRejectedRowsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;

export type ImportRejectedRowsQuery = {
  importRejectedRows: {
    endCursor: string | null;
    hasNextPage: boolean;
    rows: Array<{
      row: number;
      cells: Array<string>;
      reasons: Array<{ code: string; field: string | null; message: string }>;
      fix: { importId: string; outcome: ImportRowOutcome } | null;
    }>;
  };
};

export type ImportMapMutationVariables = Exact<{
  input: ImportMapInput;
}>;

export type ImportMapMutation = {
  importMap: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type ImportChooseSheetMutationVariables = Exact<{
  input: ImportChooseSheetInput;
}>;

export type ImportChooseSheetMutation = {
  importChooseSheet: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ImportPreviewMutationVariables = Exact<{
  input: ImportActionInput;
}>;

export type ImportPreviewMutation = {
  importPreview: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ImportStartMutationVariables = Exact<{
  input: ImportActionInput;
}>;

export type ImportStartMutation = {
  importStart: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type ImportCancelMutationVariables = Exact<{
  input: ImportActionInput;
}>;

export type ImportCancelMutation = {
  importCancel: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type ImportPreviewRowsQueryVariables = Exact<{
  id: string;
  list: ImportPreviewList;
  first: number;
  after?: string | null | undefined;
}>;

export type ImportPreviewRowsQuery = {
  importPreviewRows: {
    endCursor: string | null;
    hasNextPage: boolean;
    rows: Array<{
      row: number;
      entity: Entity;
      recordId: string | null;
      intoRow: number | null;
      name: string | null;
      changes: Array<{
        field: string;
        label: string;
        old: Json | null;
        new: Json | null;
        kept: boolean;
        rule: string | null;
      }>;
      reasons: Array<{ code: string; field: string | null; message: string; rejected: boolean }>;
    }>;
  };
};

export type ImportListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type ImportListQuery = {
  imports: {
    edges: Array<{
      cursor: string;
      node: {
        id: string;
        name: string;
        fileName: string;
        fileSize: number;
        state: ImportState;
        createdAt: string;
        createdBy: string | null;
        startedAt: string | null;
        finishedAt: string | null;
        rowCount: number | null;
        error: string | null;
        outcomes: {
          read: number;
          created: number;
          updated: number;
          unchanged: number;
          mergedInFile: number;
          matchesArchived: number;
          rejected: number;
          notRun: number;
          warnings: number;
        };
        progress: {
          done: number;
          total: number | null;
          rate: number | null;
          etaSeconds: number | null;
          phase: string | null;
        } | null;
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type ImportCountQueryVariables = Exact<{ [key: string]: never }>;

export type ImportCountQuery = { imports: { totalCount: number } };

export type ImportUndoRunFragment = {
  state: ImportUndoState;
  startedAt: string;
  finishedAt: string | null;
  contacts: { archived: number; reverted: number; partly: number; kept: number; nothing: number; gone: number };
  accounts: { archived: number; reverted: number; partly: number; kept: number; nothing: number; gone: number };
  progress: {
    done: number;
    total: number | null;
    rate: number | null;
    etaSeconds: number | null;
    phase: string | null;
  } | null;
};

export type ImportFullFragment = {
  id: string;
  name: string;
  fileName: string;
  fileSize: number;
  fileHash: string;
  state: ImportState;
  createdAt: string;
  createdBy: string | null;
  encoding: string | null;
  delimiter: string | null;
  headerRow: number | null;
  rowCount: number | null;
  defaultCountry: string | null;
  kind: ImportKind;
  sheet: string | null;
  parentId: string | null;
  fixedRows: number;
  accountsCreated: number;
  accountsUpdated: number;
  startedAt: string | null;
  finishedAt: string | null;
  error: string | null;
  rejectFileUrl: string | null;
  sheets: Array<{ name: string; rows: number }>;
  usedBefore: { importId: string; name: string; at: string; kind: ImportKind; defaultCountry: string | null } | null;
  undo: {
    state: ImportUndoState;
    startedAt: string;
    finishedAt: string | null;
    contacts: { archived: number; reverted: number; partly: number; kept: number; nothing: number; gone: number };
    accounts: { archived: number; reverted: number; partly: number; kept: number; nothing: number; gone: number };
    progress: {
      done: number;
      total: number | null;
      rate: number | null;
      etaSeconds: number | null;
      phase: string | null;
    } | null;
  } | null;
  undoPreview: {
    state: ImportUndoState;
    startedAt: string;
    finishedAt: string | null;
    contacts: { archived: number; reverted: number; partly: number; kept: number; nothing: number; gone: number };
    accounts: { archived: number; reverted: number; partly: number; kept: number; nothing: number; gone: number };
    progress: {
      done: number;
      total: number | null;
      rate: number | null;
      etaSeconds: number | null;
      phase: string | null;
    } | null;
  } | null;
  preview: {
    state: ImportPreviewState;
    startedAt: string;
    finishedAt: string | null;
    expiresAt: string | null;
    error: string | null;
    accountsCreated: number;
    accountsUpdated: number;
    outcomes: {
      read: number;
      created: number;
      updated: number;
      unchanged: number;
      mergedInFile: number;
      matchesArchived: number;
      rejected: number;
      notRun: number;
      warnings: number;
    };
    progress: {
      done: number;
      total: number | null;
      rate: number | null;
      etaSeconds: number | null;
      phase: string | null;
    } | null;
  } | null;
  columns: Array<{
    index: number;
    header: string;
    samples: Array<string>;
    suggestedField: string | null;
    suggestedEntity: Entity | null;
    suggestedRule: WriteRule | null;
    usedBefore: boolean;
    confidence: number;
    guess: { field: string; entity: Entity; confidence: number } | null;
  }>;
  mapping: Array<{ column: number; entity: Entity | null; field: string | null; rule: WriteRule }>;
  outcomes: {
    read: number;
    created: number;
    updated: number;
    unchanged: number;
    mergedInFile: number;
    matchesArchived: number;
    rejected: number;
    notRun: number;
    warnings: number;
  };
  problems: Array<{ code: string; message: string; example: string | null; rows: number; rejected: boolean }>;
  progress: {
    done: number;
    total: number | null;
    rate: number | null;
    etaSeconds: number | null;
    phase: string | null;
  } | null;
};

export type ImportRecordQueryVariables = Exact<{
  id: string;
}>;

export type ImportRecordQuery = {
  import: {
    id: string;
    name: string;
    fileName: string;
    fileSize: number;
    fileHash: string;
    state: ImportState;
    createdAt: string;
    createdBy: string | null;
    encoding: string | null;
    delimiter: string | null;
    headerRow: number | null;
    rowCount: number | null;
    defaultCountry: string | null;
    kind: ImportKind;
    sheet: string | null;
    parentId: string | null;
    fixedRows: number;
    accountsCreated: number;
    accountsUpdated: number;
    startedAt: string | null;
    finishedAt: string | null;
    error: string | null;
    rejectFileUrl: string | null;
    sheets: Array<{ name: string; rows: number }>;
    usedBefore: { importId: string; name: string; at: string; kind: ImportKind; defaultCountry: string | null } | null;
    undo: {
      state: ImportUndoState;
      startedAt: string;
      finishedAt: string | null;
      contacts: { archived: number; reverted: number; partly: number; kept: number; nothing: number; gone: number };
      accounts: { archived: number; reverted: number; partly: number; kept: number; nothing: number; gone: number };
      progress: {
        done: number;
        total: number | null;
        rate: number | null;
        etaSeconds: number | null;
        phase: string | null;
      } | null;
    } | null;
    undoPreview: {
      state: ImportUndoState;
      startedAt: string;
      finishedAt: string | null;
      contacts: { archived: number; reverted: number; partly: number; kept: number; nothing: number; gone: number };
      accounts: { archived: number; reverted: number; partly: number; kept: number; nothing: number; gone: number };
      progress: {
        done: number;
        total: number | null;
        rate: number | null;
        etaSeconds: number | null;
        phase: string | null;
      } | null;
    } | null;
    preview: {
      state: ImportPreviewState;
      startedAt: string;
      finishedAt: string | null;
      expiresAt: string | null;
      error: string | null;
      accountsCreated: number;
      accountsUpdated: number;
      outcomes: {
        read: number;
        created: number;
        updated: number;
        unchanged: number;
        mergedInFile: number;
        matchesArchived: number;
        rejected: number;
        notRun: number;
        warnings: number;
      };
      progress: {
        done: number;
        total: number | null;
        rate: number | null;
        etaSeconds: number | null;
        phase: string | null;
      } | null;
    } | null;
    columns: Array<{
      index: number;
      header: string;
      samples: Array<string>;
      suggestedField: string | null;
      suggestedEntity: Entity | null;
      suggestedRule: WriteRule | null;
      usedBefore: boolean;
      confidence: number;
      guess: { field: string; entity: Entity; confidence: number } | null;
    }>;
    mapping: Array<{ column: number; entity: Entity | null; field: string | null; rule: WriteRule }>;
    outcomes: {
      read: number;
      created: number;
      updated: number;
      unchanged: number;
      mergedInFile: number;
      matchesArchived: number;
      rejected: number;
      notRun: number;
      warnings: number;
    };
    problems: Array<{ code: string; message: string; example: string | null; rows: number; rejected: boolean }>;
    progress: {
      done: number;
      total: number | null;
      rate: number | null;
      etaSeconds: number | null;
      phase: string | null;
    } | null;
  } | null;
};

export type ImportContactsQueryVariables = Exact<{
  id: string;
}>;

export type ImportContactsQuery = {
  import: {
    contacts: { created: number; updated: number; unchanged: number; mergedInFile: number; matchesArchived: number };
  } | null;
};

export type ImportNameQueryVariables = Exact<{
  id: string;
}>;

export type ImportNameQuery = { import: { name: string } | null };

export type ImportUndoRowsQueryVariables = Exact<{
  id: string;
  list: ImportUndoList;
  first: number;
  after?: string | null | undefined;
}>;

export type ImportUndoRowsQuery = {
  importUndoRows: {
    endCursor: string | null;
    hasNextPage: boolean;
    rows: Array<{
      entity: Entity;
      recordId: string;
      name: string | null;
      outcome: ImportUndoOutcome;
      changes: Array<{ field: string; label: string; old: Json | null; new: Json | null }>;
      conflicts: Array<{ field: string | null; label: string | null; reason: ImportUndoReason; message: string }>;
    }>;
  };
};

export type UndoRowFragment = {
  entity: Entity;
  recordId: string;
  name: string | null;
  outcome: ImportUndoOutcome;
  changes: Array<{ field: string; label: string; old: Json | null; new: Json | null }>;
  conflicts: Array<{ field: string | null; label: string | null; reason: ImportUndoReason; message: string }>;
};

export type ImportUndoLeftQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;

export type ImportUndoLeftQuery = {
  importUndoLeft: {
    endCursor: string | null;
    hasNextPage: boolean;
    rows: Array<{
      entity: Entity;
      recordId: string;
      name: string | null;
      outcome: ImportUndoOutcome;
      changes: Array<{ field: string; label: string; old: Json | null; new: Json | null }>;
      conflicts: Array<{ field: string | null; label: string | null; reason: ImportUndoReason; message: string }>;
    }>;
  };
};

export type ImportUndoNamesQueryVariables = Exact<{
  contacts: Array<string> | string;
  accounts: Array<string> | string;
  ofContacts: boolean;
  ofAccounts: boolean;
}>;

export type ImportUndoNamesQuery = {
  contacts?: { edges: Array<{ node: { id: string; fullName: string | null; email: string | null } }> };
  accounts?: { edges: Array<{ node: { id: string; name: string | null } }> };
};

export type ImportUndoPreviewMutationVariables = Exact<{
  input: ImportActionInput;
}>;

export type ImportUndoPreviewMutation = {
  importUndoPreview: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ImportUndoMutationVariables = Exact<{
  input: ImportUndoInput;
}>;

export type ImportUndoMutation = {
  importUndo: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type ImportUndoCancelMutationVariables = Exact<{
  input: ImportActionInput;
}>;

export type ImportUndoCancelMutation = {
  importUndoCancel: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ImportProgressSubscriptionVariables = Exact<{
  id: string;
}>;

export type ImportProgressSubscription = {
  importProgress: {
    id: string;
    state: ImportState;
    startedAt: string | null;
    finishedAt: string | null;
    error: string | null;
    outcomes: {
      read: number;
      created: number;
      updated: number;
      unchanged: number;
      mergedInFile: number;
      matchesArchived: number;
      rejected: number;
      notRun: number;
      warnings: number;
    };
    progress: {
      done: number;
      total: number | null;
      rate: number | null;
      etaSeconds: number | null;
      phase: string | null;
    } | null;
  };
};

export type SavedViewChangedFragment = {
  position: number | null;
  savedView: {
    id: string;
    entity: Entity;
    name: string;
    sharing: ViewSharing;
    teamId: string | null;
    ownerId: string;
    ownerName: string | null;
    isPreset: boolean;
    mayChange: boolean;
    deleted: boolean;
    content: Json;
  } | null;
  userErrors: Array<{ code: string; field: string | null; message: string }>;
};

export type SavedViewCreateMutationVariables = Exact<{
  input: SavedViewCreateInput;
}>;

export type SavedViewCreateMutation = {
  savedViewCreate: {
    position: number | null;
    savedView: {
      id: string;
      entity: Entity;
      name: string;
      sharing: ViewSharing;
      teamId: string | null;
      ownerId: string;
      ownerName: string | null;
      isPreset: boolean;
      mayChange: boolean;
      deleted: boolean;
      content: Json;
    } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type SavedViewChangeMutationVariables = Exact<{
  input: SavedViewChangeInput;
}>;

export type SavedViewChangeMutation = {
  savedViewChange: {
    position: number | null;
    savedView: {
      id: string;
      entity: Entity;
      name: string;
      sharing: ViewSharing;
      teamId: string | null;
      ownerId: string;
      ownerName: string | null;
      isPreset: boolean;
      mayChange: boolean;
      deleted: boolean;
      content: Json;
    } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type SavedViewDeleteMutationVariables = Exact<{
  id: string;
}>;

export type SavedViewDeleteMutation = {
  savedViewDelete: {
    position: number | null;
    savedView: {
      id: string;
      entity: Entity;
      name: string;
      sharing: ViewSharing;
      teamId: string | null;
      ownerId: string;
      ownerName: string | null;
      isPreset: boolean;
      mayChange: boolean;
      deleted: boolean;
      content: Json;
    } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type SavedViewRestoreMutationVariables = Exact<{
  id: string;
}>;

export type SavedViewRestoreMutation = {
  savedViewRestore: {
    position: number | null;
    savedView: {
      id: string;
      entity: Entity;
      name: string;
      sharing: ViewSharing;
      teamId: string | null;
      ownerId: string;
      ownerName: string | null;
      isPreset: boolean;
      mayChange: boolean;
      deleted: boolean;
      content: Json;
    } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type SavedViewPartsFragment = {
  id: string;
  entity: Entity;
  name: string;
  sharing: ViewSharing;
  teamId: string | null;
  ownerId: string;
  ownerName: string | null;
  isPreset: boolean;
  mayChange: boolean;
  deleted: boolean;
  content: Json;
};

export type SavedViewsQueryVariables = Exact<{
  entity: Entity;
}>;

export type SavedViewsQuery = {
  savedViews: Array<{
    id: string;
    entity: Entity;
    name: string;
    sharing: ViewSharing;
    teamId: string | null;
    ownerId: string;
    ownerName: string | null;
    isPreset: boolean;
    mayChange: boolean;
    deleted: boolean;
    content: Json;
  }>;
};

export type SavedViewQueryVariables = Exact<{
  id: string;
}>;

export type SavedViewQuery = {
  savedView: {
    id: string;
    entity: Entity;
    name: string;
    sharing: ViewSharing;
    teamId: string | null;
    ownerId: string;
    ownerName: string | null;
    isPreset: boolean;
    mayChange: boolean;
    deleted: boolean;
    content: Json;
  } | null;
};

export type DashboardCountsQueryVariables = Exact<{
  contacts: boolean;
  accounts: boolean;
  recent?: ContactFilter | null | undefined;
}>;

export type DashboardCountsQuery = {
  contacts?: { totalCount: number };
  recent?: { totalCount: number };
  accounts?: { totalCount: number };
};

export type DashboardPeopleQueryVariables = Exact<{
  users: boolean;
  clients: boolean;
}>;

export type DashboardPeopleQuery = { users?: { totalCount: number }; clients?: { totalCount: number } };

export type DashboardTeamQueryVariables = Exact<{ [key: string]: never }>;

export type DashboardTeamQuery = {
  users: { totalCount: number; edges: Array<{ node: { id: string; name: string; email: string } }> };
};

export type FirstStepsQueryVariables = Exact<{ [key: string]: never }>;

export type FirstStepsQuery = {
  firstSteps: {
    contact: boolean | null;
    account: boolean | null;
    import: boolean | null;
    colleague: boolean | null;
    client: boolean | null;
  };
};

export type SampleDataQueryVariables = Exact<{ [key: string]: never }>;

export type SampleDataQuery = { sampleData: { present: boolean; accounts: number; contacts: number; users: number } };

export type SampleDataAddMutationVariables = Exact<{ [key: string]: never }>;

export type SampleDataAddMutation = {
  sampleDataAdd: {
    status: { present: boolean } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type SampleDataRemoveMutationVariables = Exact<{ [key: string]: never }>;

export type SampleDataRemoveMutation = {
  sampleDataRemove: {
    status: { present: boolean } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ClientCreateMutationVariables = Exact<{
  input: ClientCreateInput;
}>;

export type ClientCreateMutation = {
  clientCreate: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type ClientRenameMutationVariables = Exact<{
  input: ClientRenameInput;
}>;

export type ClientRenameMutation = {
  clientRename: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type ClientListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type ClientListQuery = {
  clients: {
    edges: Array<{ cursor: string; node: { id: string; name: string; createdAt: string; userCount: number } }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type ClientCountQueryVariables = Exact<{ [key: string]: never }>;

export type ClientCountQuery = { clients: { totalCount: number } };

export type MeQueryVariables = Exact<{ [key: string]: never }>;

export type MeQuery = {
  me: {
    id: string;
    name: string;
    email: string;
    role: Role;
    development: boolean;
    preferences: Json;
    teams: Array<{ id: string; name: string }>;
    client: { id: string; name: string } | null;
    permissions: Array<{ permission: string; scope: string }>;
  };
};

export type UserCreateMutationVariables = Exact<{
  input: UserCreateInput;
}>;

export type UserCreateMutation = {
  userCreate: {
    position: number | null;
    user: { id: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type UserUpdateMutationVariables = Exact<{
  input: UserUpdateInput;
}>;

export type UserUpdateMutation = {
  userUpdate: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type UserDisableMutationVariables = Exact<{
  input: RecordActionInput;
}>;

export type UserDisableMutation = {
  userDisable: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type UserListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type UserListQuery = {
  users: {
    edges: Array<{
      cursor: string;
      node: {
        id: string;
        name: string;
        email: string;
        role: Role;
        active: boolean;
        createdAt: string;
        lastLoginAt: string | null;
        teams: Array<{ id: string; name: string }>;
        client: { id: string; name: string } | null;
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type UserCountQueryVariables = Exact<{ [key: string]: never }>;

export type UserCountQuery = { users: { totalCount: number } };

export type ProjectionRetryMutationVariables = Exact<{
  input: ProjectionActionInput;
}>;

export type ProjectionRetryMutation = {
  projectionRetry: { userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type ProjectionParkMutationVariables = Exact<{
  input: ProjectionActionInput;
}>;

export type ProjectionParkMutation = {
  projectionPark: { userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type ProjectionRebuildMutationVariables = Exact<{
  input: ProjectionActionInput;
}>;

export type ProjectionRebuildMutation = {
  projectionRebuild: { userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type JobCancelMutationVariables = Exact<{
  input: JobActionInput;
}>;

export type JobCancelMutation = {
  jobCancel: { userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type JobRetryMutationVariables = Exact<{
  input: JobActionInput;
}>;

export type JobRetryMutation = {
  jobRetry: { userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type ProjectionListQueryVariables = Exact<{ [key: string]: never }>;

export type ProjectionListQuery = {
  projections: Array<{
    name: string;
    version: number;
    state: ProjectionState;
    position: number;
    headPosition: number;
    lagEvents: number;
    lagSeconds: number;
    error: string | null;
    failedPosition: number | null;
    failedEventType: string | null;
    parkedEvents: number;
    updatedAt: string | null;
    rebuild: {
      done: number;
      total: number | null;
      rate: number | null;
      etaSeconds: number | null;
      phase: string | null;
    } | null;
  }>;
};

export type ProjectionLineFragment = {
  name: string;
  version: number;
  state: ProjectionState;
  position: number;
  headPosition: number;
  lagEvents: number;
  lagSeconds: number;
  error: string | null;
  failedPosition: number | null;
  failedEventType: string | null;
  parkedEvents: number;
  updatedAt: string | null;
  rebuild: {
    done: number;
    total: number | null;
    rate: number | null;
    etaSeconds: number | null;
    phase: string | null;
  } | null;
};

export type LogStatusQueryVariables = Exact<{ [key: string]: never }>;

export type LogStatusQuery = {
  logStatus: {
    headPosition: number;
    events: number;
    facts: number;
    epoch: string;
    sealedTo: number;
    bus: string;
    relayPosition: number;
    relayLag: number;
  };
};

export type JobLineFragment = {
  id: string;
  kind: string;
  title: string;
  state: JobState;
  attempts: number;
  maxAttempts: number;
  error: string | null;
  runAt: string;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  createdBy: string | null;
  cancellable: boolean;
  link: string | null;
  progress: {
    done: number;
    total: number | null;
    rate: number | null;
    etaSeconds: number | null;
    phase: string | null;
  };
};

export type JobListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  state?: JobState | null | undefined;
}>;

export type JobListQuery = {
  jobs: {
    edges: Array<{
      cursor: string;
      node: {
        id: string;
        kind: string;
        title: string;
        state: JobState;
        attempts: number;
        maxAttempts: number;
        error: string | null;
        runAt: string;
        createdAt: string;
        startedAt: string | null;
        finishedAt: string | null;
        createdBy: string | null;
        cancellable: boolean;
        link: string | null;
        progress: {
          done: number;
          total: number | null;
          rate: number | null;
          etaSeconds: number | null;
          phase: string | null;
        };
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type JobCountQueryVariables = Exact<{
  state?: JobState | null | undefined;
}>;

export type JobCountQuery = { jobs: { totalCount: number } };

export type RoutineJobsQueryVariables = Exact<{ [key: string]: never }>;

export type RoutineJobsQuery = {
  routineJobs: Array<{
    kind: string;
    label: string;
    waiting: number;
    running: number;
    done: number;
    parked: number;
    lastFinishedAt: string | null;
  }>;
};

export type ProjectionsChangedSubscriptionVariables = Exact<{ [key: string]: never }>;

export type ProjectionsChangedSubscription = {
  projectionsChanged: Array<{
    name: string;
    version: number;
    state: ProjectionState;
    position: number;
    headPosition: number;
    lagEvents: number;
    lagSeconds: number;
    error: string | null;
    failedPosition: number | null;
    failedEventType: string | null;
    parkedEvents: number;
    updatedAt: string | null;
    rebuild: {
      done: number;
      total: number | null;
      rate: number | null;
      etaSeconds: number | null;
      phase: string | null;
    } | null;
  }>;
};

export type JobsChangedSubscriptionVariables = Exact<{ [key: string]: never }>;

export type JobsChangedSubscription = { jobsChanged: Array<{ id: string; state: JobState }> };

export type PreferencesSaveMutationVariables = Exact<{
  input: PreferencesInput;
}>;

export type PreferencesSaveMutation = { preferencesSave: { userErrors: Array<{ code: string }> } };

export type FieldCatalogueQueryVariables = Exact<{
  entity: Entity;
}>;

export type FieldCatalogueQuery = {
  fieldCatalogue: Array<{
    key: string;
    label: string;
    kind: string;
    group: string;
    personal: boolean;
    writable: boolean;
    unique: boolean;
    required: boolean;
    sortable: boolean;
    custom: boolean;
    options: Array<string>;
    choices: Array<{ value: string; label: string; retired: boolean }>;
  }>;
};

export type FilterFieldsQueryVariables = Exact<{
  entity: Entity;
}>;

export type FilterFieldsQuery = {
  filterFields: Array<{
    key: string;
    label: string;
    group: string;
    type: FilterValueType;
    kind: string;
    options: Array<string>;
    suggestions: boolean;
    choices: Array<{ value: string; label: string; retired: boolean }>;
    operators: Array<{ name: string; label: string; takes: FilterTakes }>;
  }>;
};

export type FilterSuggestionsQueryVariables = Exact<{
  entity: Entity;
  field: string;
  prefix: string;
}>;

export type FilterSuggestionsQuery = {
  filterSuggestions: Array<{ value: string; label: string; seen: number | null }>;
};

export type FilterCheckQueryVariables = Exact<{
  entity: Entity;
  filter: Json;
}>;

export type FilterCheckQuery = {
  filterCheck: { valid: boolean; sentence: string | null; errors: Array<{ path: string; message: string }> };
};

export type FilterSentenceQueryVariables = Exact<{
  entity: Entity;
  filter: Json;
}>;

export type FilterSentenceQuery = { filterSentence: string };

export type HistoryOfQueryVariables = Exact<{
  entity: Entity;
  id: string;
  first: number;
  after?: string | null | undefined;
  wanted?: TimelineFilter | null | undefined;
}>;

export type HistoryOfQuery = {
  history: {
    edges: Array<{
      cursor: string;
      node: {
        position: number;
        eventType: string;
        title: string;
        at: string;
        source: string;
        sourceLabel: string;
        importId: string | null;
        actorName: string | null;
        restoredFrom: string | null;
        undoable: boolean;
        changes: Array<{
          field: string;
          label: string;
          old: Json | null;
          new: Json | null;
          kept: boolean;
          rule: string | null;
          derived: boolean;
        }>;
      };
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type TimelineFacetsQueryVariables = Exact<{
  entity: Entity;
  id: string;
}>;

export type TimelineFacetsQuery = {
  timelineFacets: {
    kinds: Array<{ key: string; label: string; count: number }>;
    actors: Array<{ id: string | null; name: string | null; count: number }>;
    moments: Array<{ position: number; at: string; eventType: string }>;
  };
};

export type RecordThenQueryVariables = Exact<{
  entity: Entity;
  id: string;
  at?: string | null | undefined;
  position?: number | null | undefined;
}>;

export type RecordThenQuery = {
  recordAsOf: {
    existed: boolean;
    archived: boolean;
    at: string | null;
    fields: Array<{ field: string; label: string; value: Json; text: string | null; derived: boolean }>;
  } | null;
  recordCompare: {
    fields: Array<{ field: string; label: string; to: Json | null; toText: string | null; changed: boolean }>;
  } | null;
};

export type RecordsComparedQueryVariables = Exact<{
  entity: Entity;
  id: string;
  from?: string | null | undefined;
  fromPosition?: number | null | undefined;
  to?: string | null | undefined;
  toPosition?: number | null | undefined;
}>;

export type RecordsComparedQuery = {
  recordCompare: {
    from: { existed: boolean; archived: boolean; at: string | null };
    to: { existed: boolean; archived: boolean; at: string | null };
    fields: Array<{
      field: string;
      label: string;
      from: Json | null;
      fromText: string | null;
      to: Json | null;
      toText: string | null;
      changed: boolean;
    }>;
  } | null;
};

export type OriginFragment = {
  position: number;
  at: string;
  sourceLabel: string;
  importId: string | null;
  actorName: string | null;
  restoredFrom: string | null;
};

export type ProvenanceOfQueryVariables = Exact<{
  entity: Entity;
  id: string;
}>;

export type ProvenanceOfQuery = {
  provenance: {
    fields: Array<{
      field: string;
      current: {
        value: Json | null;
        text: string | null;
        derived: boolean;
        origin: {
          position: number;
          at: string;
          sourceLabel: string;
          importId: string | null;
          actorName: string | null;
          restoredFrom: string | null;
        };
      } | null;
      earlier: Array<{
        value: Json | null;
        text: string | null;
        derived: boolean;
        origin: {
          position: number;
          at: string;
          sourceLabel: string;
          importId: string | null;
          actorName: string | null;
          restoredFrom: string | null;
        };
      }>;
      kept: Array<{
        value: Json;
        text: string | null;
        rule: string;
        origin: {
          position: number;
          at: string;
          sourceLabel: string;
          importId: string | null;
          actorName: string | null;
          restoredFrom: string | null;
        };
      }>;
    }>;
  } | null;
};

export type SearchQueryVariables = Exact<{
  text: string;
  kinds?: Array<SearchKind> | SearchKind | null | undefined;
  first: number;
  archived: boolean;
}>;

export type SearchQuery = {
  search: {
    stale: boolean;
    groups: Array<{
      kind: SearchKind;
      total: number;
      more: boolean;
      hits: Array<{
        kind: SearchKind;
        id: string;
        title: string;
        archived: boolean;
        titlePieces: Array<{ text: string; hit: boolean }>;
        subtitlePieces: Array<{ text: string; hit: boolean }>;
        matched: { field: string; label: string; pieces: Array<{ text: string; hit: boolean }> } | null;
      }>;
    }>;
  };
};

export type SearchOpenedQueryVariables = Exact<{
  first: number;
  contacts?: ContactFilter | null | undefined;
  accounts?: AccountFilter | null | undefined;
  withContacts: boolean;
  withAccounts: boolean;
}>;

export type SearchOpenedQuery = {
  contacts?: {
    edges: Array<{
      node: {
        id: string;
        fullName: string | null;
        email: string | null;
        jobTitle: string | null;
        accountName: string | null;
        archived: boolean;
        erased: boolean;
      };
    }>;
  };
  accounts?: { edges: Array<{ node: { id: string; name: string | null; domain: string | null; archived: boolean } }> };
};

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>["__apiType"]>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const AccountChangedFragmentDoc = new TypedDocumentString(
  `
    fragment AccountChanged on AccountPayload {
  position
  userErrors {
    code
    field
    message
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
    `,
  { fragmentName: "AccountChanged" },
) as unknown as TypedDocumentString<AccountChangedFragment, unknown>;
export const ContactChangedFragmentDoc = new TypedDocumentString(
  `
    fragment ContactChanged on ContactPayload {
  position
  userErrors {
    code
    field
    message
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
    `,
  { fragmentName: "ContactChanged" },
) as unknown as TypedDocumentString<ContactChangedFragment, unknown>;
export const ImportUndoRunFragmentDoc = new TypedDocumentString(
  `
    fragment ImportUndoRun on ImportUndo {
  state
  startedAt
  finishedAt
  contacts {
    archived
    reverted
    partly
    kept
    nothing
    gone
  }
  accounts {
    archived
    reverted
    partly
    kept
    nothing
    gone
  }
  progress {
    done
    total
    rate
    etaSeconds
    phase
  }
}
    `,
  { fragmentName: "ImportUndoRun" },
) as unknown as TypedDocumentString<ImportUndoRunFragment, unknown>;
export const ImportFullFragmentDoc = new TypedDocumentString(
  `
    fragment ImportFull on Import {
  id
  name
  fileName
  fileSize
  fileHash
  state
  createdAt
  createdBy
  encoding
  delimiter
  headerRow
  rowCount
  defaultCountry
  kind
  sheet
  sheets {
    name
    rows
  }
  parentId
  fixedRows
  usedBefore {
    importId
    name
    at
    kind
    defaultCountry
  }
  undo {
    ...ImportUndoRun
  }
  undoPreview {
    ...ImportUndoRun
  }
  preview {
    state
    startedAt
    finishedAt
    expiresAt
    error
    accountsCreated
    accountsUpdated
    outcomes {
      read
      created
      updated
      unchanged
      mergedInFile
      matchesArchived
      rejected
      notRun
      warnings
    }
    progress {
      done
      total
      rate
      etaSeconds
      phase
    }
  }
  accountsCreated
  accountsUpdated
  startedAt
  finishedAt
  error
  rejectFileUrl
  columns {
    index
    header
    samples
    suggestedField
    suggestedEntity
    suggestedRule
    usedBefore
    guess {
      field
      entity
      confidence
    }
    confidence
  }
  mapping {
    column
    entity
    field
    rule
  }
  outcomes {
    read
    created
    updated
    unchanged
    mergedInFile
    matchesArchived
    rejected
    notRun
    warnings
  }
  problems {
    code
    message
    example
    rows
    rejected
  }
  progress {
    done
    total
    rate
    etaSeconds
    phase
  }
}
    fragment ImportUndoRun on ImportUndo {
  state
  startedAt
  finishedAt
  contacts {
    archived
    reverted
    partly
    kept
    nothing
    gone
  }
  accounts {
    archived
    reverted
    partly
    kept
    nothing
    gone
  }
  progress {
    done
    total
    rate
    etaSeconds
    phase
  }
}`,
  { fragmentName: "ImportFull" },
) as unknown as TypedDocumentString<ImportFullFragment, unknown>;
export const UndoRowFragmentDoc = new TypedDocumentString(
  `
    fragment UndoRow on ImportUndoRow {
  entity
  recordId
  name
  outcome
  changes {
    field
    label
    old
    new
  }
  conflicts {
    field
    label
    reason
    message
  }
}
    `,
  { fragmentName: "UndoRow" },
) as unknown as TypedDocumentString<UndoRowFragment, unknown>;
export const SavedViewPartsFragmentDoc = new TypedDocumentString(
  `
    fragment SavedViewParts on SavedView {
  id
  entity
  name
  sharing
  teamId
  ownerId
  ownerName
  isPreset
  mayChange
  deleted
  content
}
    `,
  { fragmentName: "SavedViewParts" },
) as unknown as TypedDocumentString<SavedViewPartsFragment, unknown>;
export const SavedViewChangedFragmentDoc = new TypedDocumentString(
  `
    fragment SavedViewChanged on SavedViewPayload {
  position
  savedView {
    ...SavedViewParts
  }
  userErrors {
    code
    field
    message
  }
}
    fragment SavedViewParts on SavedView {
  id
  entity
  name
  sharing
  teamId
  ownerId
  ownerName
  isPreset
  mayChange
  deleted
  content
}`,
  { fragmentName: "SavedViewChanged" },
) as unknown as TypedDocumentString<SavedViewChangedFragment, unknown>;
export const ProjectionLineFragmentDoc = new TypedDocumentString(
  `
    fragment ProjectionLine on Projection {
  name
  version
  state
  position
  headPosition
  lagEvents
  lagSeconds
  error
  failedPosition
  failedEventType
  parkedEvents
  updatedAt
  rebuild {
    done
    total
    rate
    etaSeconds
    phase
  }
}
    `,
  { fragmentName: "ProjectionLine" },
) as unknown as TypedDocumentString<ProjectionLineFragment, unknown>;
export const JobLineFragmentDoc = new TypedDocumentString(
  `
    fragment JobLine on Job {
  id
  kind
  title
  state
  attempts
  maxAttempts
  error
  runAt
  createdAt
  startedAt
  finishedAt
  createdBy
  cancellable
  link
  progress {
    done
    total
    rate
    etaSeconds
    phase
  }
}
    `,
  { fragmentName: "JobLine" },
) as unknown as TypedDocumentString<JobLineFragment, unknown>;
export const OriginFragmentDoc = new TypedDocumentString(
  `
    fragment Origin on ValueOrigin {
  position
  at
  sourceLabel
  importId
  actorName
  restoredFrom
}
    `,
  { fragmentName: "Origin" },
) as unknown as TypedDocumentString<OriginFragment, unknown>;
export const AccountCreateDocument = new TypedDocumentString(`
    mutation AccountCreate($input: RecordInput!) {
  accountCreate(input: $input) {
    ...AccountChanged
  }
}
    fragment AccountChanged on AccountPayload {
  position
  userErrors {
    code
    field
    message
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
}`) as unknown as TypedDocumentString<AccountCreateMutation, AccountCreateMutationVariables>;
export const AccountUpdateDocument = new TypedDocumentString(`
    mutation AccountUpdate($input: RecordUpdateInput!) {
  accountUpdate(input: $input) {
    ...AccountChanged
  }
}
    fragment AccountChanged on AccountPayload {
  position
  userErrors {
    code
    field
    message
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
}`) as unknown as TypedDocumentString<AccountUpdateMutation, AccountUpdateMutationVariables>;
export const AccountArchiveDocument = new TypedDocumentString(`
    mutation AccountArchive($input: RecordActionInput!) {
  accountArchive(input: $input) {
    ...AccountChanged
  }
}
    fragment AccountChanged on AccountPayload {
  position
  userErrors {
    code
    field
    message
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
}`) as unknown as TypedDocumentString<AccountArchiveMutation, AccountArchiveMutationVariables>;
export const AccountRestoreDocument = new TypedDocumentString(`
    mutation AccountRestore($input: RecordActionInput!) {
  accountRestore(input: $input) {
    ...AccountChanged
  }
}
    fragment AccountChanged on AccountPayload {
  position
  userErrors {
    code
    field
    message
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
}`) as unknown as TypedDocumentString<AccountRestoreMutation, AccountRestoreMutationVariables>;
export const AccountUndoDocument = new TypedDocumentString(`
    mutation AccountUndo($input: RecordUndoInput!) {
  accountUndo(input: $input) {
    ...AccountChanged
  }
}
    fragment AccountChanged on AccountPayload {
  position
  userErrors {
    code
    field
    message
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
}`) as unknown as TypedDocumentString<AccountUndoMutation, AccountUndoMutationVariables>;
export const AccountRestoreValuesDocument = new TypedDocumentString(`
    mutation AccountRestoreValues($input: RecordRestoreValuesInput!) {
  accountRestoreValues(input: $input) {
    ...AccountChanged
  }
}
    fragment AccountChanged on AccountPayload {
  position
  userErrors {
    code
    field
    message
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
}`) as unknown as TypedDocumentString<AccountRestoreValuesMutation, AccountRestoreValuesMutationVariables>;
export const AccountTreeDocument = new TypedDocumentString(`
    query AccountTree($id: UUID!) {
  accountTree(id: $id) {
    more
    nodes {
      id
      parentId
      name
      domain
      archived
      status
      contactCount
      depth
    }
  }
}
    `) as unknown as TypedDocumentString<AccountTreeQuery, AccountTreeQueryVariables>;
export const AccountPeopleDocument = new TypedDocumentString(`
    query AccountPeople($id: UUID!) {
  accountPeople(id: $id) {
    total
    withEmail
    emailVerified
    withPhone
    seniorities
    cells {
      seniority
      department
      count
    }
  }
}
    `) as unknown as TypedDocumentString<AccountPeopleQuery, AccountPeopleQueryVariables>;
export const AccountListDocument = new TypedDocumentString(`
    query AccountList($first: Int!, $after: String, $before: String, $filter: AccountFilter, $sort: RecordSort) {
  accounts(
    first: $first
    after: $after
    before: $before
    filter: $filter
    sort: $sort
  ) {
    stale
    edges {
      cursor
      node {
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
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<AccountListQuery, AccountListQueryVariables>;
export const AccountCountDocument = new TypedDocumentString(`
    query AccountCount($filter: AccountFilter) {
  accounts(first: 1, filter: $filter) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<AccountCountQuery, AccountCountQueryVariables>;
export const AccountRecordDocument = new TypedDocumentString(`
    query AccountRecord($id: UUID!) {
  account(id: $id) {
    id
    name
    domain
    industry
    employeesSizeRange
    staffCount
    hqCity
    hqCountry
    mainPhone
    status
    ownerName
    contactCount
    archived
    mayArchive
    sourceLabel
    importId
    teamName
    createdAt
    updatedAt
    version
    fields
    parent {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<AccountRecordQuery, AccountRecordQueryVariables>;
export const ContactCreateDocument = new TypedDocumentString(`
    mutation ContactCreate($input: RecordInput!) {
  contactCreate(input: $input) {
    ...ContactChanged
  }
}
    fragment ContactChanged on ContactPayload {
  position
  userErrors {
    code
    field
    message
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
}`) as unknown as TypedDocumentString<ContactCreateMutation, ContactCreateMutationVariables>;
export const ContactUpdateDocument = new TypedDocumentString(`
    mutation ContactUpdate($input: RecordUpdateInput!) {
  contactUpdate(input: $input) {
    ...ContactChanged
  }
}
    fragment ContactChanged on ContactPayload {
  position
  userErrors {
    code
    field
    message
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
}`) as unknown as TypedDocumentString<ContactUpdateMutation, ContactUpdateMutationVariables>;
export const ContactArchiveDocument = new TypedDocumentString(`
    mutation ContactArchive($input: RecordActionInput!) {
  contactArchive(input: $input) {
    ...ContactChanged
  }
}
    fragment ContactChanged on ContactPayload {
  position
  userErrors {
    code
    field
    message
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
}`) as unknown as TypedDocumentString<ContactArchiveMutation, ContactArchiveMutationVariables>;
export const ContactRestoreDocument = new TypedDocumentString(`
    mutation ContactRestore($input: RecordActionInput!) {
  contactRestore(input: $input) {
    ...ContactChanged
  }
}
    fragment ContactChanged on ContactPayload {
  position
  userErrors {
    code
    field
    message
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
}`) as unknown as TypedDocumentString<ContactRestoreMutation, ContactRestoreMutationVariables>;
export const ContactUndoDocument = new TypedDocumentString(`
    mutation ContactUndo($input: RecordUndoInput!) {
  contactUndo(input: $input) {
    ...ContactChanged
  }
}
    fragment ContactChanged on ContactPayload {
  position
  userErrors {
    code
    field
    message
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
}`) as unknown as TypedDocumentString<ContactUndoMutation, ContactUndoMutationVariables>;
export const ContactRestoreValuesDocument = new TypedDocumentString(`
    mutation ContactRestoreValues($input: RecordRestoreValuesInput!) {
  contactRestoreValues(input: $input) {
    ...ContactChanged
  }
}
    fragment ContactChanged on ContactPayload {
  position
  userErrors {
    code
    field
    message
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
}`) as unknown as TypedDocumentString<ContactRestoreValuesMutation, ContactRestoreValuesMutationVariables>;
export const ContactEraseDocument = new TypedDocumentString(`
    mutation ContactErase($input: ContactEraseInput!) {
  contactErase(input: $input) {
    position
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ContactEraseMutation, ContactEraseMutationVariables>;
export const ContactListDocument = new TypedDocumentString(`
    query ContactList($first: Int!, $after: String, $before: String, $filter: ContactFilter, $sort: RecordSort) {
  contacts(
    first: $first
    after: $after
    before: $before
    filter: $filter
    sort: $sort
  ) {
    stale
    edges {
      cursor
      node {
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
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ContactListQuery, ContactListQueryVariables>;
export const ContactCountDocument = new TypedDocumentString(`
    query ContactCount($filter: ContactFilter) {
  contacts(first: 1, filter: $filter) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<ContactCountQuery, ContactCountQueryVariables>;
export const ContactRecordDocument = new TypedDocumentString(`
    query ContactRecord($id: UUID!) {
  contact(id: $id) {
    id
    fullName
    jobTitle
    email
    emailStatus
    directPhone
    mobilePhone
    phoneStatus
    accountId
    accountName
    accountDomain
    accountLink
    timezone
    ownerName
    archived
    mayArchive
    erased
    sourceLabel
    importId
    teamName
    createdAt
    updatedAt
    version
    fields
  }
}
    `) as unknown as TypedDocumentString<ContactRecordQuery, ContactRecordQueryVariables>;
export const CustomFieldDefineDocument = new TypedDocumentString(`
    mutation CustomFieldDefine($input: CustomFieldDefineInput!) {
  customFieldDefine(input: $input) {
    customField {
      entity
      key
      label
    }
    position
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CustomFieldDefineMutation, CustomFieldDefineMutationVariables>;
export const CustomFieldChangeDocument = new TypedDocumentString(`
    mutation CustomFieldChange($input: CustomFieldChangeInput!) {
  customFieldChange(input: $input) {
    position
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CustomFieldChangeMutation, CustomFieldChangeMutationVariables>;
export const CustomFieldArchiveDocument = new TypedDocumentString(`
    mutation CustomFieldArchive($entity: Entity!, $key: String!) {
  customFieldArchive(entity: $entity, key: $key) {
    position
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CustomFieldArchiveMutation, CustomFieldArchiveMutationVariables>;
export const CustomFieldRestoreDocument = new TypedDocumentString(`
    mutation CustomFieldRestore($entity: Entity!, $key: String!) {
  customFieldRestore(entity: $entity, key: $key) {
    position
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CustomFieldRestoreMutation, CustomFieldRestoreMutationVariables>;
export const CustomFieldListDocument = new TypedDocumentString(`
    query CustomFieldList($entity: Entity!) {
  customFields(entity: $entity, archived: true) {
    entity
    key
    label
    type
    options {
      value
      label
      retired
    }
    required
    archived
    createdByName
    createdAt
  }
}
    `) as unknown as TypedDocumentString<CustomFieldListQuery, CustomFieldListQueryVariables>;
export const ExportStartDocument = new TypedDocumentString(`
    mutation ExportStart($input: ExportStartInput!) {
  exportStart(input: $input) {
    position
    export {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ExportStartMutation, ExportStartMutationVariables>;
export const ExportCancelDocument = new TypedDocumentString(`
    mutation ExportCancel($input: ExportActionInput!) {
  exportCancel(input: $input) {
    position
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ExportCancelMutation, ExportCancelMutationVariables>;
export const ExportLinkDocument = new TypedDocumentString(`
    mutation ExportLink($input: ExportActionInput!) {
  exportLink(input: $input) {
    url
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ExportLinkMutation, ExportLinkMutationVariables>;
export const ExportListDocument = new TypedDocumentString(`
    query ExportList($first: Int!, $after: String) {
  exports(first: $first, after: $after) {
    edges {
      cursor
      node {
        id
        entity
        format
        state
        columns
        filter
        createdAt
        createdBy
        mine
        finishedAt
        error
        rows
        asOf
        fileSize
        cutCells
        expiresAt
        progress {
          done
          total
          rate
          etaSeconds
          phase
        }
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ExportListQuery, ExportListQueryVariables>;
export const ExportCountDocument = new TypedDocumentString(`
    query ExportCount {
  exports(first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<ExportCountQuery, ExportCountQueryVariables>;
export const ImportFixRowsDocument = new TypedDocumentString(`
    mutation ImportFixRows($input: ImportFixRowsInput!) {
  importFixRows(input: $input) {
    position
    import {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ImportFixRowsMutation, ImportFixRowsMutationVariables>;
export const ImportAgainDocument = new TypedDocumentString(`
    mutation ImportAgain($input: ImportActionInput!) {
  importAgain(input: $input) {
    position
    import {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ImportAgainMutation, ImportAgainMutationVariables>;
export const ImportRejectedRowsDocument = new TypedDocumentString(`
    query ImportRejectedRows($id: UUID!, $first: Int!, $after: String) {
  importRejectedRows(id: $id, first: $first, after: $after) {
    rows {
      row
      cells
      reasons {
        code
        field
        message
      }
      fix {
        importId
        outcome
      }
    }
    endCursor
    hasNextPage
  }
}
    `) as unknown as TypedDocumentString<ImportRejectedRowsQuery, ImportRejectedRowsQueryVariables>;
export const ImportMapDocument = new TypedDocumentString(`
    mutation ImportMap($input: ImportMapInput!) {
  importMap(input: $input) {
    position
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ImportMapMutation, ImportMapMutationVariables>;
export const ImportChooseSheetDocument = new TypedDocumentString(`
    mutation ImportChooseSheet($input: ImportChooseSheetInput!) {
  importChooseSheet(input: $input) {
    position
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ImportChooseSheetMutation, ImportChooseSheetMutationVariables>;
export const ImportPreviewDocument = new TypedDocumentString(`
    mutation ImportPreview($input: ImportActionInput!) {
  importPreview(input: $input) {
    position
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ImportPreviewMutation, ImportPreviewMutationVariables>;
export const ImportStartDocument = new TypedDocumentString(`
    mutation ImportStart($input: ImportActionInput!) {
  importStart(input: $input) {
    position
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ImportStartMutation, ImportStartMutationVariables>;
export const ImportCancelDocument = new TypedDocumentString(`
    mutation ImportCancel($input: ImportActionInput!) {
  importCancel(input: $input) {
    position
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ImportCancelMutation, ImportCancelMutationVariables>;
export const ImportPreviewRowsDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<ImportPreviewRowsQuery, ImportPreviewRowsQueryVariables>;
export const ImportListDocument = new TypedDocumentString(`
    query ImportList($first: Int!, $after: String) {
  imports(first: $first, after: $after) {
    edges {
      cursor
      node {
        id
        name
        fileName
        fileSize
        state
        createdAt
        createdBy
        startedAt
        finishedAt
        rowCount
        error
        outcomes {
          read
          created
          updated
          unchanged
          mergedInFile
          matchesArchived
          rejected
          notRun
          warnings
        }
        progress {
          done
          total
          rate
          etaSeconds
          phase
        }
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ImportListQuery, ImportListQueryVariables>;
export const ImportCountDocument = new TypedDocumentString(`
    query ImportCount {
  imports(first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<ImportCountQuery, ImportCountQueryVariables>;
export const ImportRecordDocument = new TypedDocumentString(`
    query ImportRecord($id: UUID!) {
  import(id: $id) {
    ...ImportFull
  }
}
    fragment ImportUndoRun on ImportUndo {
  state
  startedAt
  finishedAt
  contacts {
    archived
    reverted
    partly
    kept
    nothing
    gone
  }
  accounts {
    archived
    reverted
    partly
    kept
    nothing
    gone
  }
  progress {
    done
    total
    rate
    etaSeconds
    phase
  }
}
fragment ImportFull on Import {
  id
  name
  fileName
  fileSize
  fileHash
  state
  createdAt
  createdBy
  encoding
  delimiter
  headerRow
  rowCount
  defaultCountry
  kind
  sheet
  sheets {
    name
    rows
  }
  parentId
  fixedRows
  usedBefore {
    importId
    name
    at
    kind
    defaultCountry
  }
  undo {
    ...ImportUndoRun
  }
  undoPreview {
    ...ImportUndoRun
  }
  preview {
    state
    startedAt
    finishedAt
    expiresAt
    error
    accountsCreated
    accountsUpdated
    outcomes {
      read
      created
      updated
      unchanged
      mergedInFile
      matchesArchived
      rejected
      notRun
      warnings
    }
    progress {
      done
      total
      rate
      etaSeconds
      phase
    }
  }
  accountsCreated
  accountsUpdated
  startedAt
  finishedAt
  error
  rejectFileUrl
  columns {
    index
    header
    samples
    suggestedField
    suggestedEntity
    suggestedRule
    usedBefore
    guess {
      field
      entity
      confidence
    }
    confidence
  }
  mapping {
    column
    entity
    field
    rule
  }
  outcomes {
    read
    created
    updated
    unchanged
    mergedInFile
    matchesArchived
    rejected
    notRun
    warnings
  }
  problems {
    code
    message
    example
    rows
    rejected
  }
  progress {
    done
    total
    rate
    etaSeconds
    phase
  }
}`) as unknown as TypedDocumentString<ImportRecordQuery, ImportRecordQueryVariables>;
export const ImportContactsDocument = new TypedDocumentString(`
    query ImportContacts($id: UUID!) {
  import(id: $id) {
    contacts {
      created
      updated
      unchanged
      mergedInFile
      matchesArchived
    }
  }
}
    `) as unknown as TypedDocumentString<ImportContactsQuery, ImportContactsQueryVariables>;
export const ImportNameDocument = new TypedDocumentString(`
    query ImportName($id: UUID!) {
  import(id: $id) {
    name
  }
}
    `) as unknown as TypedDocumentString<ImportNameQuery, ImportNameQueryVariables>;
export const ImportUndoRowsDocument = new TypedDocumentString(`
    query ImportUndoRows($id: UUID!, $list: ImportUndoList!, $first: Int!, $after: String) {
  importUndoRows(id: $id, list: $list, first: $first, after: $after) {
    rows {
      ...UndoRow
    }
    endCursor
    hasNextPage
  }
}
    fragment UndoRow on ImportUndoRow {
  entity
  recordId
  name
  outcome
  changes {
    field
    label
    old
    new
  }
  conflicts {
    field
    label
    reason
    message
  }
}`) as unknown as TypedDocumentString<ImportUndoRowsQuery, ImportUndoRowsQueryVariables>;
export const ImportUndoLeftDocument = new TypedDocumentString(`
    query ImportUndoLeft($id: UUID!, $first: Int!, $after: String) {
  importUndoLeft(id: $id, first: $first, after: $after) {
    rows {
      ...UndoRow
    }
    endCursor
    hasNextPage
  }
}
    fragment UndoRow on ImportUndoRow {
  entity
  recordId
  name
  outcome
  changes {
    field
    label
    old
    new
  }
  conflicts {
    field
    label
    reason
    message
  }
}`) as unknown as TypedDocumentString<ImportUndoLeftQuery, ImportUndoLeftQueryVariables>;
export const ImportUndoNamesDocument = new TypedDocumentString(`
    query ImportUndoNames($contacts: [UUID!]!, $accounts: [UUID!]!, $ofContacts: Boolean!, $ofAccounts: Boolean!) {
  contacts(first: 100, filter: {ids: $contacts, archived: null}) @include(if: $ofContacts) {
    edges {
      node {
        id
        fullName
        email
      }
    }
  }
  accounts(first: 100, filter: {ids: $accounts, archived: null}) @include(if: $ofAccounts) {
    edges {
      node {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ImportUndoNamesQuery, ImportUndoNamesQueryVariables>;
export const ImportUndoPreviewDocument = new TypedDocumentString(`
    mutation ImportUndoPreview($input: ImportActionInput!) {
  importUndoPreview(input: $input) {
    position
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ImportUndoPreviewMutation, ImportUndoPreviewMutationVariables>;
export const ImportUndoDocument = new TypedDocumentString(`
    mutation ImportUndo($input: ImportUndoInput!) {
  importUndo(input: $input) {
    position
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ImportUndoMutation, ImportUndoMutationVariables>;
export const ImportUndoCancelDocument = new TypedDocumentString(`
    mutation ImportUndoCancel($input: ImportActionInput!) {
  importUndoCancel(input: $input) {
    position
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ImportUndoCancelMutation, ImportUndoCancelMutationVariables>;
export const ImportProgressDocument = new TypedDocumentString(`
    subscription ImportProgress($id: UUID!) {
  importProgress(id: $id) {
    id
    state
    startedAt
    finishedAt
    error
    outcomes {
      read
      created
      updated
      unchanged
      mergedInFile
      matchesArchived
      rejected
      notRun
      warnings
    }
    progress {
      done
      total
      rate
      etaSeconds
      phase
    }
  }
}
    `) as unknown as TypedDocumentString<ImportProgressSubscription, ImportProgressSubscriptionVariables>;
export const SavedViewCreateDocument = new TypedDocumentString(`
    mutation SavedViewCreate($input: SavedViewCreateInput!) {
  savedViewCreate(input: $input) {
    ...SavedViewChanged
  }
}
    fragment SavedViewChanged on SavedViewPayload {
  position
  savedView {
    ...SavedViewParts
  }
  userErrors {
    code
    field
    message
  }
}
fragment SavedViewParts on SavedView {
  id
  entity
  name
  sharing
  teamId
  ownerId
  ownerName
  isPreset
  mayChange
  deleted
  content
}`) as unknown as TypedDocumentString<SavedViewCreateMutation, SavedViewCreateMutationVariables>;
export const SavedViewChangeDocument = new TypedDocumentString(`
    mutation SavedViewChange($input: SavedViewChangeInput!) {
  savedViewChange(input: $input) {
    ...SavedViewChanged
  }
}
    fragment SavedViewChanged on SavedViewPayload {
  position
  savedView {
    ...SavedViewParts
  }
  userErrors {
    code
    field
    message
  }
}
fragment SavedViewParts on SavedView {
  id
  entity
  name
  sharing
  teamId
  ownerId
  ownerName
  isPreset
  mayChange
  deleted
  content
}`) as unknown as TypedDocumentString<SavedViewChangeMutation, SavedViewChangeMutationVariables>;
export const SavedViewDeleteDocument = new TypedDocumentString(`
    mutation SavedViewDelete($id: UUID!) {
  savedViewDelete(id: $id) {
    ...SavedViewChanged
  }
}
    fragment SavedViewChanged on SavedViewPayload {
  position
  savedView {
    ...SavedViewParts
  }
  userErrors {
    code
    field
    message
  }
}
fragment SavedViewParts on SavedView {
  id
  entity
  name
  sharing
  teamId
  ownerId
  ownerName
  isPreset
  mayChange
  deleted
  content
}`) as unknown as TypedDocumentString<SavedViewDeleteMutation, SavedViewDeleteMutationVariables>;
export const SavedViewRestoreDocument = new TypedDocumentString(`
    mutation SavedViewRestore($id: UUID!) {
  savedViewRestore(id: $id) {
    ...SavedViewChanged
  }
}
    fragment SavedViewChanged on SavedViewPayload {
  position
  savedView {
    ...SavedViewParts
  }
  userErrors {
    code
    field
    message
  }
}
fragment SavedViewParts on SavedView {
  id
  entity
  name
  sharing
  teamId
  ownerId
  ownerName
  isPreset
  mayChange
  deleted
  content
}`) as unknown as TypedDocumentString<SavedViewRestoreMutation, SavedViewRestoreMutationVariables>;
export const SavedViewsDocument = new TypedDocumentString(`
    query SavedViews($entity: Entity!) {
  savedViews(entity: $entity) {
    ...SavedViewParts
  }
}
    fragment SavedViewParts on SavedView {
  id
  entity
  name
  sharing
  teamId
  ownerId
  ownerName
  isPreset
  mayChange
  deleted
  content
}`) as unknown as TypedDocumentString<SavedViewsQuery, SavedViewsQueryVariables>;
export const SavedViewDocument = new TypedDocumentString(`
    query SavedView($id: UUID!) {
  savedView(id: $id) {
    ...SavedViewParts
  }
}
    fragment SavedViewParts on SavedView {
  id
  entity
  name
  sharing
  teamId
  ownerId
  ownerName
  isPreset
  mayChange
  deleted
  content
}`) as unknown as TypedDocumentString<SavedViewQuery, SavedViewQueryVariables>;
export const DashboardCountsDocument = new TypedDocumentString(`
    query DashboardCounts($contacts: Boolean!, $accounts: Boolean!, $recent: ContactFilter) {
  contacts(first: 1) @include(if: $contacts) {
    totalCount
  }
  recent: contacts(first: 1, filter: $recent) @include(if: $contacts) {
    totalCount
  }
  accounts(first: 1) @include(if: $accounts) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<DashboardCountsQuery, DashboardCountsQueryVariables>;
export const DashboardPeopleDocument = new TypedDocumentString(`
    query DashboardPeople($users: Boolean!, $clients: Boolean!) {
  users(first: 1) @include(if: $users) {
    totalCount
  }
  clients(first: 1) @include(if: $clients) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<DashboardPeopleQuery, DashboardPeopleQueryVariables>;
export const DashboardTeamDocument = new TypedDocumentString(`
    query DashboardTeam {
  users(first: 8) {
    totalCount
    edges {
      node {
        id
        name
        email
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DashboardTeamQuery, DashboardTeamQueryVariables>;
export const FirstStepsDocument = new TypedDocumentString(`
    query FirstSteps {
  firstSteps {
    contact
    account
    import
    colleague
    client
  }
}
    `) as unknown as TypedDocumentString<FirstStepsQuery, FirstStepsQueryVariables>;
export const SampleDataDocument = new TypedDocumentString(`
    query SampleData {
  sampleData {
    present
    accounts
    contacts
    users
  }
}
    `) as unknown as TypedDocumentString<SampleDataQuery, SampleDataQueryVariables>;
export const SampleDataAddDocument = new TypedDocumentString(`
    mutation SampleDataAdd {
  sampleDataAdd {
    status {
      present
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SampleDataAddMutation, SampleDataAddMutationVariables>;
export const SampleDataRemoveDocument = new TypedDocumentString(`
    mutation SampleDataRemove {
  sampleDataRemove {
    status {
      present
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SampleDataRemoveMutation, SampleDataRemoveMutationVariables>;
export const ClientCreateDocument = new TypedDocumentString(`
    mutation ClientCreate($input: ClientCreateInput!) {
  clientCreate(input: $input) {
    position
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ClientCreateMutation, ClientCreateMutationVariables>;
export const ClientRenameDocument = new TypedDocumentString(`
    mutation ClientRename($input: ClientRenameInput!) {
  clientRename(input: $input) {
    position
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ClientRenameMutation, ClientRenameMutationVariables>;
export const ClientListDocument = new TypedDocumentString(`
    query ClientList($first: Int!, $after: String) {
  clients(first: $first, after: $after) {
    edges {
      cursor
      node {
        id
        name
        createdAt
        userCount
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ClientListQuery, ClientListQueryVariables>;
export const ClientCountDocument = new TypedDocumentString(`
    query ClientCount {
  clients(first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<ClientCountQuery, ClientCountQueryVariables>;
export const MeDocument = new TypedDocumentString(`
    query Me {
  me {
    id
    name
    email
    role
    development
    preferences
    teams {
      id
      name
    }
    client {
      id
      name
    }
    permissions {
      permission
      scope
    }
  }
}
    `) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const UserCreateDocument = new TypedDocumentString(`
    mutation UserCreate($input: UserCreateInput!) {
  userCreate(input: $input) {
    position
    user {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<UserCreateMutation, UserCreateMutationVariables>;
export const UserUpdateDocument = new TypedDocumentString(`
    mutation UserUpdate($input: UserUpdateInput!) {
  userUpdate(input: $input) {
    position
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<UserUpdateMutation, UserUpdateMutationVariables>;
export const UserDisableDocument = new TypedDocumentString(`
    mutation UserDisable($input: RecordActionInput!) {
  userDisable(input: $input) {
    position
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<UserDisableMutation, UserDisableMutationVariables>;
export const UserListDocument = new TypedDocumentString(`
    query UserList($first: Int!, $after: String) {
  users(first: $first, after: $after) {
    edges {
      cursor
      node {
        id
        name
        email
        role
        active
        createdAt
        lastLoginAt
        teams {
          id
          name
        }
        client {
          id
          name
        }
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<UserListQuery, UserListQueryVariables>;
export const UserCountDocument = new TypedDocumentString(`
    query UserCount {
  users(first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<UserCountQuery, UserCountQueryVariables>;
export const ProjectionRetryDocument = new TypedDocumentString(`
    mutation ProjectionRetry($input: ProjectionActionInput!) {
  projectionRetry(input: $input) {
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ProjectionRetryMutation, ProjectionRetryMutationVariables>;
export const ProjectionParkDocument = new TypedDocumentString(`
    mutation ProjectionPark($input: ProjectionActionInput!) {
  projectionPark(input: $input) {
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ProjectionParkMutation, ProjectionParkMutationVariables>;
export const ProjectionRebuildDocument = new TypedDocumentString(`
    mutation ProjectionRebuild($input: ProjectionActionInput!) {
  projectionRebuild(input: $input) {
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ProjectionRebuildMutation, ProjectionRebuildMutationVariables>;
export const JobCancelDocument = new TypedDocumentString(`
    mutation JobCancel($input: JobActionInput!) {
  jobCancel(input: $input) {
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<JobCancelMutation, JobCancelMutationVariables>;
export const JobRetryDocument = new TypedDocumentString(`
    mutation JobRetry($input: JobActionInput!) {
  jobRetry(input: $input) {
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<JobRetryMutation, JobRetryMutationVariables>;
export const ProjectionListDocument = new TypedDocumentString(`
    query ProjectionList {
  projections {
    ...ProjectionLine
  }
}
    fragment ProjectionLine on Projection {
  name
  version
  state
  position
  headPosition
  lagEvents
  lagSeconds
  error
  failedPosition
  failedEventType
  parkedEvents
  updatedAt
  rebuild {
    done
    total
    rate
    etaSeconds
    phase
  }
}`) as unknown as TypedDocumentString<ProjectionListQuery, ProjectionListQueryVariables>;
export const LogStatusDocument = new TypedDocumentString(`
    query LogStatus {
  logStatus {
    headPosition
    events
    facts
    epoch
    sealedTo
    bus
    relayPosition
    relayLag
  }
}
    `) as unknown as TypedDocumentString<LogStatusQuery, LogStatusQueryVariables>;
export const JobListDocument = new TypedDocumentString(`
    query JobList($first: Int!, $after: String, $state: JobState) {
  jobs(first: $first, after: $after, state: $state, routine: false) {
    edges {
      cursor
      node {
        ...JobLine
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment JobLine on Job {
  id
  kind
  title
  state
  attempts
  maxAttempts
  error
  runAt
  createdAt
  startedAt
  finishedAt
  createdBy
  cancellable
  link
  progress {
    done
    total
    rate
    etaSeconds
    phase
  }
}`) as unknown as TypedDocumentString<JobListQuery, JobListQueryVariables>;
export const JobCountDocument = new TypedDocumentString(`
    query JobCount($state: JobState) {
  jobs(first: 1, state: $state, routine: false) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<JobCountQuery, JobCountQueryVariables>;
export const RoutineJobsDocument = new TypedDocumentString(`
    query RoutineJobs {
  routineJobs {
    kind
    label
    waiting
    running
    done
    parked
    lastFinishedAt
  }
}
    `) as unknown as TypedDocumentString<RoutineJobsQuery, RoutineJobsQueryVariables>;
export const ProjectionsChangedDocument = new TypedDocumentString(`
    subscription ProjectionsChanged {
  projectionsChanged {
    ...ProjectionLine
  }
}
    fragment ProjectionLine on Projection {
  name
  version
  state
  position
  headPosition
  lagEvents
  lagSeconds
  error
  failedPosition
  failedEventType
  parkedEvents
  updatedAt
  rebuild {
    done
    total
    rate
    etaSeconds
    phase
  }
}`) as unknown as TypedDocumentString<ProjectionsChangedSubscription, ProjectionsChangedSubscriptionVariables>;
export const JobsChangedDocument = new TypedDocumentString(`
    subscription JobsChanged {
  jobsChanged {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<JobsChangedSubscription, JobsChangedSubscriptionVariables>;
export const PreferencesSaveDocument = new TypedDocumentString(`
    mutation PreferencesSave($input: PreferencesInput!) {
  preferencesSave(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<PreferencesSaveMutation, PreferencesSaveMutationVariables>;
export const FieldCatalogueDocument = new TypedDocumentString(`
    query FieldCatalogue($entity: Entity!) {
  fieldCatalogue(entity: $entity) {
    key
    label
    kind
    group
    personal
    writable
    unique
    required
    sortable
    custom
    options
    choices {
      value
      label
      retired
    }
  }
}
    `) as unknown as TypedDocumentString<FieldCatalogueQuery, FieldCatalogueQueryVariables>;
export const FilterFieldsDocument = new TypedDocumentString(`
    query FilterFields($entity: Entity!) {
  filterFields(entity: $entity) {
    key
    label
    group
    type
    kind
    options
    choices {
      value
      label
      retired
    }
    suggestions
    operators {
      name
      label
      takes
    }
  }
}
    `) as unknown as TypedDocumentString<FilterFieldsQuery, FilterFieldsQueryVariables>;
export const FilterSuggestionsDocument = new TypedDocumentString(`
    query FilterSuggestions($entity: Entity!, $field: String!, $prefix: String!) {
  filterSuggestions(entity: $entity, field: $field, prefix: $prefix) {
    value
    label
    seen
  }
}
    `) as unknown as TypedDocumentString<FilterSuggestionsQuery, FilterSuggestionsQueryVariables>;
export const FilterCheckDocument = new TypedDocumentString(`
    query FilterCheck($entity: Entity!, $filter: JSON!) {
  filterCheck(entity: $entity, filter: $filter) {
    valid
    sentence
    errors {
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<FilterCheckQuery, FilterCheckQueryVariables>;
export const FilterSentenceDocument = new TypedDocumentString(`
    query FilterSentence($entity: Entity!, $filter: JSON!) {
  filterSentence(entity: $entity, filter: $filter)
}
    `) as unknown as TypedDocumentString<FilterSentenceQuery, FilterSentenceQueryVariables>;
export const HistoryOfDocument = new TypedDocumentString(`
    query HistoryOf($entity: Entity!, $id: UUID!, $first: Int!, $after: String, $wanted: TimelineFilter) {
  history(entity: $entity, id: $id, first: $first, after: $after, wanted: $wanted) {
    edges {
      cursor
      node {
        position
        eventType
        title
        at
        source
        sourceLabel
        importId
        actorName
        restoredFrom
        undoable
        changes {
          field
          label
          old
          new
          kept
          rule
          derived
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<HistoryOfQuery, HistoryOfQueryVariables>;
export const TimelineFacetsDocument = new TypedDocumentString(`
    query TimelineFacets($entity: Entity!, $id: UUID!) {
  timelineFacets(entity: $entity, id: $id) {
    kinds {
      key
      label
      count
    }
    actors {
      id
      name
      count
    }
    moments {
      position
      at
      eventType
    }
  }
}
    `) as unknown as TypedDocumentString<TimelineFacetsQuery, TimelineFacetsQueryVariables>;
export const RecordThenDocument = new TypedDocumentString(`
    query RecordThen($entity: Entity!, $id: UUID!, $at: DateTime, $position: Int) {
  recordAsOf(entity: $entity, id: $id, at: $at, position: $position) {
    existed
    archived
    at
    fields {
      field
      label
      value
      text
      derived
    }
  }
  recordCompare(entity: $entity, id: $id, from: $at, fromPosition: $position) {
    fields {
      field
      label
      to
      toText
      changed
    }
  }
}
    `) as unknown as TypedDocumentString<RecordThenQuery, RecordThenQueryVariables>;
export const RecordsComparedDocument = new TypedDocumentString(`
    query RecordsCompared($entity: Entity!, $id: UUID!, $from: DateTime, $fromPosition: Int, $to: DateTime, $toPosition: Int) {
  recordCompare(
    entity: $entity
    id: $id
    from: $from
    fromPosition: $fromPosition
    to: $to
    toPosition: $toPosition
  ) {
    from {
      existed
      archived
      at
    }
    to {
      existed
      archived
      at
    }
    fields {
      field
      label
      from
      fromText
      to
      toText
      changed
    }
  }
}
    `) as unknown as TypedDocumentString<RecordsComparedQuery, RecordsComparedQueryVariables>;
export const ProvenanceOfDocument = new TypedDocumentString(`
    query ProvenanceOf($entity: Entity!, $id: UUID!) {
  provenance(entity: $entity, id: $id) {
    fields {
      field
      current {
        value
        text
        derived
        origin {
          ...Origin
        }
      }
      earlier {
        value
        text
        derived
        origin {
          ...Origin
        }
      }
      kept {
        value
        text
        rule
        origin {
          ...Origin
        }
      }
    }
  }
}
    fragment Origin on ValueOrigin {
  position
  at
  sourceLabel
  importId
  actorName
  restoredFrom
}`) as unknown as TypedDocumentString<ProvenanceOfQuery, ProvenanceOfQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($text: String!, $kinds: [SearchKind!], $first: Int!, $archived: Boolean!) {
  search(text: $text, kinds: $kinds, first: $first, archived: $archived) {
    stale
    groups {
      kind
      total
      more
      hits {
        kind
        id
        title
        archived
        titlePieces {
          text
          hit
        }
        subtitlePieces {
          text
          hit
        }
        matched {
          field
          label
          pieces {
            text
            hit
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const SearchOpenedDocument = new TypedDocumentString(`
    query SearchOpened($first: Int!, $contacts: ContactFilter, $accounts: AccountFilter, $withContacts: Boolean!, $withAccounts: Boolean!) {
  contacts(first: $first, filter: $contacts) @include(if: $withContacts) {
    edges {
      node {
        id
        fullName
        email
        jobTitle
        accountName
        archived
        erased
      }
    }
  }
  accounts(first: $first, filter: $accounts) @include(if: $withAccounts) {
    edges {
      node {
        id
        name
        domain
        archived
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SearchOpenedQuery, SearchOpenedQueryVariables>;
