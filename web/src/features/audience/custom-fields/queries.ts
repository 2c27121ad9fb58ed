/** Definitions of custom fields. Forms and lists read them through the catalogue; this is for whoever looks after them. */
import { queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { CustomFieldListQuery, Entity } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";

const LIST = graphql(`
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
      unique
      default
      archived
      createdByName
      createdAt
    }
  }
`);

export type CustomField = CustomFieldListQuery["customFields"][number];

/** All of an entity, archived ones too. */
export const customFieldsQuery = (entity: Entity) =>
  queryOptions({
    queryKey: ["custom-fields", entity],
    queryFn: async ({ signal }) => (await execute(LIST, { entity }, signal)).customFields,
    staleTime: 60_000,
  });
