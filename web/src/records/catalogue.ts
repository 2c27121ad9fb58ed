/** The field catalogue of the API: the one list that forms, tables, history and import mapping read. */
import { graphql } from "@/gql/gql.ts";
import type { Entity, FieldCatalogueQuery } from "@/gql/graphql.ts";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { sentence } from "@/lib/format.ts";
import { execute } from "@/lib/graphql.ts";

const CATALOGUE = graphql(`
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
`);

export type FieldDefinition = FieldCatalogueQuery["fieldCatalogue"][number];

export const catalogueQuery = (entity: Entity) =>
  queryOptions({
    queryKey: ["catalogue", entity],
    queryFn: async ({ signal }) => (await execute(CATALOGUE, { entity }, signal)).fieldCatalogue,
    // Custom fields may have joined or gone since.
    staleTime: 60_000,
  });

/** undefined while loading. */
export function useCatalogue(entity: Entity): FieldDefinition[] | undefined {
  return useQuery(catalogueQuery(entity)).data;
}

/** What a value of a choice is called. The organisation's own options are as they were written. */
export function choiceLabel(definition: Partial<Pick<FieldDefinition, "choices" | "custom">>, value: string): string {
  if (definition.custom) return definition.choices?.find((choice) => choice.value === value)?.label ?? value;
  return /^[a-z_ ]+$/.test(value) ? sentence(value) : value;
}

export type Kind =
  | "text"
  | "email"
  | "phone"
  | "url"
  | "domain"
  | "number"
  | "money"
  | "choice"
  | "multi"
  | "date"
  | "datetime"
  | "bool"
  | "country"
  | "state"
  | "tz"
  | "user"
  | "ref"
  | "language";

/** The API may write kinds in any case ("DateTime", "DATE_TIME"); here they are one word in lower case. */
export function kindOf(definition: Pick<FieldDefinition, "kind">): Kind {
  const kind = definition.kind.toLowerCase().replaceAll("_", "");
  return (kind === "timezone" ? "tz" : kind) as Kind;
}

/** How a value is read. A year is a number that is not counted; the API has no kind for it, so it goes by its name. */
export type ShownKind = Kind | "year";

export function shownKind(
  definition: Pick<FieldDefinition, "kind"> & Partial<Pick<FieldDefinition, "key">>,
): ShownKind {
  const kind = kindOf(definition);
  return kind === "number" && /(^|[._])year(_|$)/.test(definition.key ?? "") ? "year" : kind;
}

/** In the catalogue's own order of groups. */
export function byGroup<TField extends FieldDefinition>(fields: readonly TField[]): [string, TField[]][] {
  const groups = new Map<string, TField[]>();
  for (const field of fields) groups.set(field.group, [...(groups.get(field.group) ?? []), field]);
  return [...groups];
}
