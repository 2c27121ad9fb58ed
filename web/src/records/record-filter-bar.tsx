import { ListFilter } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useLocation } from "react-router";
import { Button, IconButton } from "@/components/button.tsx";
import { BuilderPanel } from "@/components/filter-builder/builder-panel.tsx";
import { AddFilter, FilterChips } from "@/components/filter-builder/filter-chips.tsx";
import { conditionsIn } from "@/components/filter-builder/tree.ts";
import { FilterContext, type FilterSetup } from "@/components/filter-builder/setup.ts";
import { FilterBar, type FilterSpec } from "@/components/filter-bar/filter-bar.tsx";
import { countOf, formatCount } from "@/lib/format.ts";
import type { ListState } from "@/lib/use-list-state.ts";
import type { RecordKind } from "./record-kind.ts";
import { useLiveCount } from "./use-record-filter.ts";

/** Letters of a query that a browser and the server surely take; a column of thousands of emails has more. */
const LINK_MAX = 60_000;

/** The toolbar of a list of records: words, the filter as chips, and the builder for groups. */
export function RecordFilterBar<TFilter extends object>({
  kind,
  state,
  setup,
  specs,
  filter,
  count,
  placeholder,
  leading,
  trailing,
}: {
  kind: Pick<RecordKind, "key" | "noun" | "nouns">;
  state: ListState;
  setup: FilterSetup;
  specs: readonly FilterSpec[];
  /** The list's own, as the API takes it. */
  filter: TFilter;
  count: (filter: TFilter, signal?: AbortSignal) => Promise<number>;
  placeholder: string;
  leading?: ReactNode;
  trailing?: ReactNode;
}) {
  const [building, setBuilding] = useState(false);
  const live = useLiveCount(kind.key, filter, count, building);
  const asked = conditionsIn(setup.draft.root).length;
  const tooLong = useLocation().search.length > LINK_MAX;
  const toggle = () => setBuilding((open) => !open);
  return (
    <FilterContext value={setup}>
      <FilterBar
        state={state}
        specs={specs}
        placeholder={placeholder}
        leading={leading}
        trailing={
          <>
            <IconButton
              label="Filter builder"
              keys="shift+f"
              icon={ListFilter}
              aria-pressed={building}
              aria-expanded={building}
              onClick={toggle}
            />
            {trailing}
          </>
        }
        builder={{
          chips: building ? null : <FilterChips onBuilder={() => setBuilding(true)} />,
          add: (extra) => <AddFilter extra={extra} onBuilder={toggle} />,
          phone: (
            <Button
              small
              icon={ListFilter}
              className="only-sm fb-open"
              aria-label={asked === 0 ? "Filter" : `Filter, ${countOf(asked, "condition", "conditions")}`}
              onClick={toggle}
            >
              {asked === 0 ? null : formatCount(asked)}
            </Button>
          ),
          panel: (
            <>
              {tooLong ? (
                <p className="fb-long c-warning" role="status">
                  This filter is too long for a link, so it is lost when the page is loaded again. Save it as a view to
                  keep it.
                </p>
              ) : null}
              {building ? (
                <BuilderPanel nouns={[kind.noun, kind.nouns]} live={live} onClose={() => setBuilding(false)} />
              ) : null}
            </>
          ),
        }}
      />
    </FilterContext>
  );
}
