/* eslint-disable */
import * as types from "./graphql";

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
  "\n  query AccountList($first: Int!, $after: String, $before: String, $filter: AccountFilter, $sort: RecordSort) {\n    accounts(first: $first, after: $after, before: $before, filter: $filter, sort: $sort) {\n      stale\n      edges {\n        cursor\n        node {\n          id\n          name\n          domain\n          industry\n          employeesSizeRange\n          staffCount\n          hqCity\n          hqCountry\n          mainPhone\n          tags\n          status\n          ownerName\n          contactCount\n          archived\n          createdAt\n          updatedAt\n          version\n          fields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": typeof types.AccountListDocument;
  "\n  query AccountCount($filter: AccountFilter) {\n    accounts(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n": typeof types.AccountCountDocument;
  "\n  query AccountRecord($id: UUID!) {\n    account(id: $id) {\n      id\n      name\n      domain\n      industry\n      employeesSizeRange\n      staffCount\n      hqCity\n      hqCountry\n      mainPhone\n      status\n      ownerName\n      contactCount\n      archived\n      source\n      createdAt\n      updatedAt\n      version\n      fields\n      parent {\n        id\n        name\n      }\n    }\n  }\n": typeof types.AccountRecordDocument;
  "\n  query ContactList($first: Int!, $after: String, $before: String, $filter: ContactFilter, $sort: RecordSort) {\n    contacts(first: $first, after: $after, before: $before, filter: $filter, sort: $sort) {\n      stale\n      edges {\n        cursor\n        node {\n          id\n          fullName\n          jobTitle\n          seniorityLevel\n          department\n          email\n          emailStatus\n          directPhone\n          accountId\n          accountName\n          accountDomain\n          city\n          country\n          lifecycle\n          tags\n          ownerName\n          archived\n          erased\n          createdAt\n          updatedAt\n          version\n          fields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": typeof types.ContactListDocument;
  "\n  query ContactCount($filter: ContactFilter) {\n    contacts(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n": typeof types.ContactCountDocument;
  "\n  query ContactRecord($id: UUID!) {\n    contact(id: $id) {\n      id\n      fullName\n      jobTitle\n      email\n      emailStatus\n      directPhone\n      mobilePhone\n      phoneStatus\n      accountId\n      accountName\n      accountDomain\n      accountLink\n      timezone\n      ownerName\n      archived\n      erased\n      source\n      createdAt\n      updatedAt\n      version\n      fields\n    }\n  }\n": typeof types.ContactRecordDocument;
  "\n  query Me {\n    me {\n      id\n      name\n      email\n      role\n      development\n      preferences\n      teams {\n        id\n        name\n      }\n      client {\n        id\n        name\n      }\n      permissions {\n        permission\n        scope\n      }\n    }\n  }\n": typeof types.MeDocument;
};
const documents: Documents = {
  "\n  query AccountList($first: Int!, $after: String, $before: String, $filter: AccountFilter, $sort: RecordSort) {\n    accounts(first: $first, after: $after, before: $before, filter: $filter, sort: $sort) {\n      stale\n      edges {\n        cursor\n        node {\n          id\n          name\n          domain\n          industry\n          employeesSizeRange\n          staffCount\n          hqCity\n          hqCountry\n          mainPhone\n          tags\n          status\n          ownerName\n          contactCount\n          archived\n          createdAt\n          updatedAt\n          version\n          fields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n":
    types.AccountListDocument,
  "\n  query AccountCount($filter: AccountFilter) {\n    accounts(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n":
    types.AccountCountDocument,
  "\n  query AccountRecord($id: UUID!) {\n    account(id: $id) {\n      id\n      name\n      domain\n      industry\n      employeesSizeRange\n      staffCount\n      hqCity\n      hqCountry\n      mainPhone\n      status\n      ownerName\n      contactCount\n      archived\n      source\n      createdAt\n      updatedAt\n      version\n      fields\n      parent {\n        id\n        name\n      }\n    }\n  }\n":
    types.AccountRecordDocument,
  "\n  query ContactList($first: Int!, $after: String, $before: String, $filter: ContactFilter, $sort: RecordSort) {\n    contacts(first: $first, after: $after, before: $before, filter: $filter, sort: $sort) {\n      stale\n      edges {\n        cursor\n        node {\n          id\n          fullName\n          jobTitle\n          seniorityLevel\n          department\n          email\n          emailStatus\n          directPhone\n          accountId\n          accountName\n          accountDomain\n          city\n          country\n          lifecycle\n          tags\n          ownerName\n          archived\n          erased\n          createdAt\n          updatedAt\n          version\n          fields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n":
    types.ContactListDocument,
  "\n  query ContactCount($filter: ContactFilter) {\n    contacts(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n":
    types.ContactCountDocument,
  "\n  query ContactRecord($id: UUID!) {\n    contact(id: $id) {\n      id\n      fullName\n      jobTitle\n      email\n      emailStatus\n      directPhone\n      mobilePhone\n      phoneStatus\n      accountId\n      accountName\n      accountDomain\n      accountLink\n      timezone\n      ownerName\n      archived\n      erased\n      source\n      createdAt\n      updatedAt\n      version\n      fields\n    }\n  }\n":
    types.ContactRecordDocument,
  "\n  query Me {\n    me {\n      id\n      name\n      email\n      role\n      development\n      preferences\n      teams {\n        id\n        name\n      }\n      client {\n        id\n        name\n      }\n      permissions {\n        permission\n        scope\n      }\n    }\n  }\n":
    types.MeDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query AccountList($first: Int!, $after: String, $before: String, $filter: AccountFilter, $sort: RecordSort) {\n    accounts(first: $first, after: $after, before: $before, filter: $filter, sort: $sort) {\n      stale\n      edges {\n        cursor\n        node {\n          id\n          name\n          domain\n          industry\n          employeesSizeRange\n          staffCount\n          hqCity\n          hqCountry\n          mainPhone\n          tags\n          status\n          ownerName\n          contactCount\n          archived\n          createdAt\n          updatedAt\n          version\n          fields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n",
): typeof import("./graphql").AccountListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query AccountCount($filter: AccountFilter) {\n    accounts(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").AccountCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query AccountRecord($id: UUID!) {\n    account(id: $id) {\n      id\n      name\n      domain\n      industry\n      employeesSizeRange\n      staffCount\n      hqCity\n      hqCountry\n      mainPhone\n      status\n      ownerName\n      contactCount\n      archived\n      source\n      createdAt\n      updatedAt\n      version\n      fields\n      parent {\n        id\n        name\n      }\n    }\n  }\n",
): typeof import("./graphql").AccountRecordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ContactList($first: Int!, $after: String, $before: String, $filter: ContactFilter, $sort: RecordSort) {\n    contacts(first: $first, after: $after, before: $before, filter: $filter, sort: $sort) {\n      stale\n      edges {\n        cursor\n        node {\n          id\n          fullName\n          jobTitle\n          seniorityLevel\n          department\n          email\n          emailStatus\n          directPhone\n          accountId\n          accountName\n          accountDomain\n          city\n          country\n          lifecycle\n          tags\n          ownerName\n          archived\n          erased\n          createdAt\n          updatedAt\n          version\n          fields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n",
): typeof import("./graphql").ContactListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ContactCount($filter: ContactFilter) {\n    contacts(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").ContactCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ContactRecord($id: UUID!) {\n    contact(id: $id) {\n      id\n      fullName\n      jobTitle\n      email\n      emailStatus\n      directPhone\n      mobilePhone\n      phoneStatus\n      accountId\n      accountName\n      accountDomain\n      accountLink\n      timezone\n      ownerName\n      archived\n      erased\n      source\n      createdAt\n      updatedAt\n      version\n      fields\n    }\n  }\n",
): typeof import("./graphql").ContactRecordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query Me {\n    me {\n      id\n      name\n      email\n      role\n      development\n      preferences\n      teams {\n        id\n        name\n      }\n      client {\n        id\n        name\n      }\n      permissions {\n        permission\n        scope\n      }\n    }\n  }\n",
): typeof import("./graphql").MeDocument;

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
