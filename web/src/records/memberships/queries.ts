import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { Entity, MembershipsQuery } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";

const MEMBERSHIPS = graphql(`
  query Memberships($entity: Entity!, $id: UUID!, $past: Boolean!) {
    memberships(entity: $entity, id: $id, past: $past) {
      segments {
        segmentId
        name
        archived
        enteredAt
        enteredBecause {
          cause
          conditions {
            sentence
            holds
          }
        }
        leftAt
        leftBecause {
          cause
          conditions {
            sentence
            holds
          }
        }
      }
      lists {
        listId
        name
        archived
        source
        how
        byName
        enteredAt
        leftAt
      }
      domainSets {
        domainSetId
        name
        archived
        domain
        byAccount
        via
        matchedAt
        since
      }
    }
  }
`);

export type Memberships = MembershipsQuery["memberships"];
export type InSegment = Memberships["segments"][number];
export type InList = Memberships["lists"][number];
export type InDomainSet = Memberships["domainSets"][number];

/** What a record belongs to; with `past` also what it left, and what is archived. */
export const membershipsQuery = (entity: Entity, id: string, past: boolean) =>
  queryOptions({
    queryKey: ["memberships", entity, id, past],
    queryFn: async ({ signal }) => (await execute(MEMBERSHIPS, { entity, id, past }, signal)).memberships,
    placeholderData: keepPreviousData,
  });
