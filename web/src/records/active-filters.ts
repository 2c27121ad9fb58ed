import type { FilterSpec } from "@/components/filter-bar/filter-bar.tsx";
import type { ListState } from "@/lib/use-list-state.ts";
import type { ActiveFilter } from "./list-empty.tsx";

/** The part of the list's state that narrows it. */
export type Narrowing = Pick<ListState, "q" | "filter" | "where">;

/** Each filter in use in words, with the API's filter that is left when it is dropped. */
export function activeFilters(
  state: ListState,
  specs: readonly FilterSpec[],
  filterOf: (state: Narrowing) => object,
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
  if (state.where !== null) {
    active.push({
      name: "filter",
      words: "the conditions",
      rest: filterOf({ q: state.q, where: null, filter: state.filter }),
      drop: () => state.setWhere(null),
    });
  }
  return active;
}

function labelOf(spec: FilterSpec, value: string): string {
  return spec.options?.find((option) => option.value === value)?.label ?? value;
}
