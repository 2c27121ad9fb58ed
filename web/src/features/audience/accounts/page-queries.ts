import { graphql } from "@/gql/gql.ts";
import type { AccountPeopleQuery, AccountTreeQuery } from "@/gql/graphql.ts";
import { queryOptions } from "@tanstack/react-query";
import { execute } from "@/lib/graphql.ts";

const TREE = graphql(`
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
`);

const PEOPLE = graphql(`
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
`);

export type TreeNode = AccountTreeQuery["accountTree"]["nodes"][number];
export type People = AccountPeopleQuery["accountPeople"];
export type PeopleCell = People["cells"][number];

/** The companies around an account. Under "record": a new parent changes it. */
export const accountTreeQuery = (id: string) =>
  queryOptions({
    queryKey: ["accounts", "record", "tree", id],
    queryFn: async ({ signal }) => (await execute(TREE, { id }, signal)).accountTree,
  });

export const accountPeopleQuery = (id: string) =>
  queryOptions({
    queryKey: ["contacts", "record", "people", id],
    queryFn: async ({ signal }) => (await execute(PEOPLE, { id }, signal)).accountPeople,
  });
