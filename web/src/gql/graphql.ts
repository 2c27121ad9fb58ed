/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
import type { Json } from "@/lib/json.ts";
import type { DocumentTypeDecoration } from "@graphql-typed-document-node/core";
export type AccountFilter = {
  archived?: boolean | null | undefined;
  country?: Array<string> | null | undefined;
  ids?: Array<string> | null | undefined;
  importId?: string | null | undefined;
  industry?: Array<string> | null | undefined;
  q?: string | null | undefined;
  status?: string | null | undefined;
};

/** First cut of filtering; issue 3 brings the filter language. q = words matched on name, email, company. */
export type ContactFilter = {
  accountId?: string | null | undefined;
  archived?: boolean | null | undefined;
  country?: Array<string> | null | undefined;
  createdFrom?: string | null | undefined;
  createdTo?: string | null | undefined;
  department?: Array<string> | null | undefined;
  ids?: Array<string> | null | undefined;
  importId?: string | null | undefined;
  importOutcome?: string | null | undefined;
  jobTitleContains?: string | null | undefined;
  q?: string | null | undefined;
  seniorityLevel?: Array<string> | null | undefined;
};

/** field is a catalogue key of a sortable field, e.g. full_name, created_at, job_title, email, account_name, country */
export type RecordSort = {
  direction?: SortDirection;
  field: string;
};

export type Role = "ADMIN" | "AGENT" | "CAMPAIGN_MANAGER" | "CLIENT_USER" | "DATA_OPS" | "QA_ANALYST";

export type SortDirection = "ASC" | "DESC";

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
    source: string | null;
    createdAt: string;
    updatedAt: string;
    version: number;
    fields: Json;
    parent: { id: string; name: string | null } | null;
  } | null;
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
    erased: boolean;
    source: string | null;
    createdAt: string;
    updatedAt: string;
    version: number;
    fields: Json;
  } | null;
};

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
    source
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
    erased
    source
    createdAt
    updatedAt
    version
    fields
  }
}
    `) as unknown as TypedDocumentString<ContactRecordQuery, ContactRecordQueryVariables>;
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
