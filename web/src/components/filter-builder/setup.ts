/** What every part of the builder reads: the fields, how values are found and called, and the filter itself. */
import { createContext, useContext } from "react";
import type { FilterField, Suggestion } from "./types.ts";
import type { FilterDraft } from "./use-filter-draft.ts";
import type { Naming } from "./words.ts";

export interface SuggestOptions {
  queryKey: readonly unknown[];
  queryFn: (context: { signal: AbortSignal }) => Promise<readonly Suggestion[]>;
}

export interface FilterSetup extends Naming {
  /** What can be asked for, in the order of the catalogue; undefined while it comes. */
  fields: readonly FilterField[] | undefined;
  /** All values there are; null: they are found by typing. */
  optionsOf: (field: FilterField) => readonly Suggestion[] | null;
  suggest: (field: FilterField, prefix: string) => SuggestOptions;
  /** A value was chosen by its name, which need not be looked up again. */
  named: (field: FilterField, value: Suggestion) => void;
  /** Whether it can be asked what happened: of contacts. */
  engagement: boolean;
  draft: FilterDraft;
}

export const FilterContext = createContext<FilterSetup | null>(null);

export function useFilterSetup(): FilterSetup {
  const setup = useContext(FilterContext);
  if (setup === null) throw new Error("A part of the filter builder stands outside of FilterContext.");
  return setup;
}
