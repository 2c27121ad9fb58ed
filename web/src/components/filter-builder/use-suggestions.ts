import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDebounced } from "@/lib/use-debounced.ts";
import { useFilterSetup } from "./setup.ts";
import type { FilterField, Suggestion } from "./types.ts";

/** Values that begin with what was typed, once it rests; a look-up that was overtaken is aborted. */
export function useSuggestions(field: FilterField, typed: string, enabled = true) {
  const { suggest } = useFilterSetup();
  const prefix = useDebounced(typed.trim(), 150);
  const found = useQuery({
    ...suggest(field, prefix),
    enabled: enabled && field.suggestions,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const none: readonly Suggestion[] = [];
  return { suggestions: found.data ?? none, looking: found.isFetching };
}
