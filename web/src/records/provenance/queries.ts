import { graphql } from "@/gql/gql.ts";
import type { ProvenanceOfQuery } from "@/gql/graphql.ts";
import { queryOptions } from "@tanstack/react-query";
import { execute } from "@/lib/graphql.ts";
import type { RecordKind } from "../record-kind.ts";

graphql(`
  fragment Origin on ValueOrigin {
    position
    at
    sourceLabel
    importId
    actorName
    restoredFrom
  }
`);

const PROVENANCE = graphql(`
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
`);

type Fields = NonNullable<ProvenanceOfQuery["provenance"]>["fields"];
export type FieldProvenance = Fields[number];
export type ValueOrigin = NonNullable<FieldProvenance["current"]>["origin"];

/** Of all fields at once: one read of the record's events answers for every one of them. */
export const provenanceQuery = (kind: RecordKind, id: string) =>
  queryOptions({
    // Under the history, with which it changes.
    queryKey: [kind.key, "history", id, "provenance"],
    queryFn: async ({ signal }) => (await execute(PROVENANCE, { entity: kind.entity, id }, signal)).provenance ?? null,
  });
