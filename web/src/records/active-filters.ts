import type { FilterSpec } from "@/components/filter-bar/filter-bar.tsx";
import type { FilterSetup } from "@/components/filter-builder/setup.ts";
import { fromJson, replace, toJson } from "@/components/filter-builder/tree.ts";
import { nodeWords } from "@/components/filter-builder/words.ts";
import type { Json } from "@/lib/json.ts";
import type { ListState } from "@/lib/use-list-state.ts";
import type { ActiveFilter } from "./list-empty.tsx";

/** The part of the list's state that narrows it. */
export type Narrowing = Pick<ListState, "q" | "filter" | "where">;

/** Each filter in use in words, with the API's filter that is left when it is dropped. */
export function activeFilters(
  state: ListState,
  specs: readonly FilterSpec[],
  filterOf: (state: Narrowing) => object,
  setup: FilterSetup,
): ActiveFilter[] {
  const active = specs
    .filter((spec) => state.filter(spec.name).length > 0)
    .map((spec): ActiveFilter => {
      const values = state.filter(spec.name).map((value) => labelOf(spec, value));
      return {
        name: spec.name,
        words: `${spec.label} ${spec.options === undefined ? "contains" : "is"} ${values.join(" or ")}`,
        rest: filterOf({
          q: state.q,
          where: state.where,
          filter: (name) => (name === spec.name ? [] : state.filter(name)),
        }),
        drop: () => state.setFilter(spec.name, []),
      };
    });
  if (state.q !== "") {
    active.push({
      name: "q",
      words: `the words “${state.q}”`,
      rest: filterOf({ q: "", where: state.where, filter: state.filter }),
      drop: () => state.setQ(""),
    });
  }
  for (const { words, rest } of conditionsApart(state.where, setup)) {
    active.push({
      name: `filter ${words}`,
      words,
      rest: filterOf({ q: state.q, where: rest, filter: state.filter }),
      drop: () => state.setWhere(rest),
    });
  }
  return active;
}

/** Each condition that can go by itself, in words, and the filter that is left without it. */
function conditionsApart(where: Json, setup: FilterSetup): { words: string; rest: Json }[] {
  if (where === null) return [];
  const root = fromJson(where);
  if (root === null) return [{ words: "the filter of this link", rest: null }];
  // Without one of several that are joined by "or", there are not more records but fewer.
  if (root.not || root.join === "any") return [{ words: nodeWords(root, setup), rest: null }];
  return root.children.map((child) => ({
    words: nodeWords(child, setup),
    rest: toJson(
      replace(root, child.id, () => null),
      () => true,
    ).json,
  }));
}

function labelOf(spec: FilterSpec, value: string): string {
  return spec.options?.find((option) => option.value === value)?.label ?? value;
}
