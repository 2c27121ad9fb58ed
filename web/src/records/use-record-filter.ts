/** The filter builder of a list of records: its fields, values and names from the API, its filter in the URL. */
import { keepPreviousData, useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { FilterSetup } from "@/components/filter-builder/setup.ts";
import { campaignsOf } from "@/components/filter-builder/engagement.ts";
import { conditionsIn, engagementsIn } from "@/components/filter-builder/tree.ts";
import type { FilterField, Suggestion } from "@/components/filter-builder/types.ts";
import { useFilterDraft } from "@/components/filter-builder/use-filter-draft.ts";
import { optionWords } from "@/components/filter-builder/words.ts";
import type { LiveCount } from "@/components/filter-builder/builder-panel.tsx";
import { messageOf } from "@/lib/api-error.ts";
import type { Entity } from "@/gql/graphql.ts";
import type { ListState } from "@/lib/use-list-state.ts";
import { COUNTRIES } from "./countries.ts";
import { filterCheckQuery, filterFieldsQuery, suggestionsQuery, valueNameQuery } from "./filter-queries.ts";

/** Names looked up for one condition: a chip spells out only the first. */
const NAMED = 5;

export function useRecordFilter(entity: Entity, state: Pick<ListState, "where" | "setWhere">): FilterSetup {
  const client = useQueryClient();
  const fields = useQuery(filterFieldsQuery(entity)).data;
  const byKey = useMemo(() => new Map((fields ?? []).map((field) => [field.key, field])), [fields]);
  const fieldOf = (key: string): FilterField | undefined => byKey.get(key);
  const draft = useFilterDraft({
    where: state.where,
    setWhere: state.setWhere,
    fieldOf,
    check: (filter) => filterCheckQuery(entity, filter),
  });
  const inCampaigns = engagementsIn(draft.root).map(({ asked }) => ({
    field: "campaigns",
    value: campaignsOf(asked.campaign),
  }));
  const ids = [...conditionsIn(draft.root), ...inCampaigns].flatMap(({ field, value }) => {
    const type = fieldOf(field)?.type;
    if (type !== "USER" && type !== "REFERENCE" && type !== "REFERENCES") return [];
    const several = type === "REFERENCES";
    const values = Array.isArray(value) ? value.slice(0, NAMED) : [value];
    return values.flatMap((one) => (typeof one === "string" && one !== "" ? [{ field, value: one, several }] : []));
  });
  const names = useQueries({
    queries: ids.map(({ field, value, several }) => valueNameQuery(entity, field, value, several)),
    combine: (results) =>
      new Map(ids.map(({ field, value }, index) => [`${field} ${value}`, results[index]?.data] as const)),
  });
  return {
    // Which records the list is of has a control of its own.
    fields: fields?.filter((field) => field.key !== "archived"),
    fieldOf,
    nameOf: (field, value) => nameOf(field, value) ?? names.get(`${field.key} ${value}`),
    optionsOf,
    suggest: (field, prefix) => suggestionsQuery(entity, field.key, prefix),
    named: (field, { value, label }) => client.setQueryData(valueNameQuery(entity, field.key, value).queryKey, label),
    engagement: entity === "CONTACT",
    draft,
  };
}

const COUNTRY_NAMES = new Map(COUNTRIES.map(({ value, label }) => [value, label]));

function nameOf(field: FilterField, value: string): string | undefined {
  if (field.type === "COUNTRY") return COUNTRY_NAMES.get(value.toUpperCase());
  const own = isOwn(field) ? field.choices?.find((choice) => choice.value === value)?.label : undefined;
  if (own !== undefined) return own;
  if (field.type === "CHOICE") return isOwn(field) ? value : optionWords(value);
  if (field.type === "USER" && value === "me") return "me";
  return undefined;
}

/** A custom field, the company's too: its options are called as they were written. */
const isOwn = (field: FilterField) => field.key.startsWith("custom.") || field.key.startsWith("account.custom.");

const OPTIONS = new WeakMap<FilterField, readonly Suggestion[]>();

function optionsOf(field: FilterField): readonly Suggestion[] | null {
  if (field.type === "COUNTRY") return COUNTRIES;
  if (field.type !== "CHOICE") return null;
  const known =
    OPTIONS.get(field) ??
    (isOwn(field)
      ? (field.choices ?? []).filter((choice) => !choice.retired)
      : field.options.map((value) => ({ value, label: optionWords(value) })));
  OPTIONS.set(field, known);
  return known;
}

/** The exact count of what the list shows, shared with the list; an overtaken one is aborted, and the server told. */
export function useLiveCount<TFilter extends object>(
  key: string,
  filter: TFilter,
  count: (filter: TFilter, signal?: AbortSignal) => Promise<number>,
  enabled: boolean,
): LiveCount {
  const counted = useQuery({
    queryKey: [key, "count", filter],
    queryFn: ({ signal }) => count(filter, signal),
    placeholderData: keepPreviousData,
    enabled,
  });
  return {
    count: counted.data ?? null,
    counting: counted.isFetching,
    problem: counted.isError ? messageOf(counted.error) : null,
  };
}
