/** What the API tells a form about filters: the fields, values to choose, what is wrong, what it says. */
import { queryOptions } from "@tanstack/react-query";
import type { FilterCheck, Suggestion } from "@/components/filter-builder/types.ts";
import { graphql } from "@/gql/gql.ts";
import type { Entity } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";
import type { Json } from "@/lib/json.ts";

const FIELDS = graphql(`
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
`);

const SUGGESTIONS = graphql(`
  query FilterSuggestions($entity: Entity!, $field: String!, $prefix: String!) {
    filterSuggestions(entity: $entity, field: $field, prefix: $prefix) {
      value
      label
      seen
    }
  }
`);

const CHECK = graphql(`
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
`);

const SENTENCE = graphql(`
  query FilterSentence($entity: Entity!, $filter: JSON!) {
    filterSentence(entity: $entity, filter: $filter)
  }
`);

export const filterFieldsQuery = (entity: Entity) =>
  queryOptions({
    queryKey: ["filter", entity, "fields"],
    queryFn: async ({ signal }) => (await execute(FIELDS, { entity }, signal)).filterFields,
    // Custom fields may have joined since.
    staleTime: 60_000,
  });

export const suggestionsQuery = (entity: Entity, field: string, prefix: string) => ({
  queryKey: ["filter", entity, "suggestions", field, prefix],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<readonly Suggestion[]> =>
    (await execute(SUGGESTIONS, { entity, field, prefix }, signal)).filterSuggestions.map(({ value, label, seen }) => ({
      value,
      label,
      seen: seen ?? null,
    })),
});

export const filterCheckQuery = (entity: Entity, filter: Json) => ({
  queryKey: ["filter", entity, "check", filter],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<FilterCheck> => {
    const { valid, sentence, errors } = (await execute(CHECK, { entity, filter }, signal)).filterCheck;
    return { valid, sentence: sentence ?? null, errors };
  },
});

/** A filter as a person would say it. */
export const filterSentenceQuery = (entity: Entity, filter: Json) =>
  queryOptions({
    queryKey: ["filter", entity, "sentence", filter],
    queryFn: async ({ signal }) => (await execute(SENTENCE, { entity, filter }, signal)).filterSentence,
    staleTime: 5 * 60_000,
    retry: false,
  });

/** What an id is called. The API names it where it puts a filter into words, for whoever may see it. */
export const valueNameQuery = (entity: Entity, field: string, value: string, several = false) =>
  queryOptions({
    queryKey: ["filter", entity, "name", field, value],
    queryFn: async ({ signal }) => {
      const filter = several ? { field, op: "any_of", value: [value] } : { field, op: "equals", value };
      const said = (await execute(SENTENCE, { entity, filter }, signal)).filterSentence;
      // What a record belongs to has its name in quotes, or none that the viewer may know.
      if (several) return /"(.*)"$/.exec(said)?.[1] ?? value;
      const name = said.slice(said.indexOf(" is ") + " is ".length);
      return name.replace(/^"(.*)"$/, "$1");
    },
    staleTime: 5 * 60_000,
    retry: false,
  });
