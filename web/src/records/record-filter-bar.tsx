import { ListFilter } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useSearchParams } from "react-router";
import { Button, IconButton } from "@/components/button.tsx";
import { BuilderPanel } from "@/components/filter-builder/builder-panel.tsx";
import { AddFilter, FilterChips } from "@/components/filter-builder/filter-chips.tsx";
import { conditionsIn } from "@/components/filter-builder/tree.ts";
import { FilterContext, type FilterSetup } from "@/components/filter-builder/setup.ts";
import { FilterBar, type FilterSpec } from "@/components/filter-bar/filter-bar.tsx";
import { countOf, formatCount } from "@/lib/format.ts";
import { isKept, keptText } from "@/lib/long-filter.ts";
import type { ListState } from "@/lib/use-list-state.ts";
import { useActions } from "@/shell/actions.ts";
import type { RecordKind } from "./record-kind.ts";
import { useLiveCount } from "./use-record-filter.ts";

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
  const [params] = useSearchParams();
  const written = params.get("filter");
  const saveAs = useActions().find(({ id }) => id === "view-save-as");
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
              {written !== null && isKept(written) ? (
                <LongFilter lost={keptText(written) === undefined} onSaveAs={saveAs?.run} />
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

/** Says where a filter is that the address only names, and the way to make it last. */
function LongFilter({ lost, onSaveAs }: { lost: boolean; onSaveAs: (() => void) | undefined }) {
  return (
    <p className="fb-long t-2 row" role="status">
      {lost ? (
        "This link names a filter that is kept in the tab it was made in. Ask whoever sent it to save it as a view."
      ) : (
        <>
          <span className="min-w-0">
            This filter is too long for a link. This tab keeps it; saved as a view it can be found again and shared.
          </span>
          {onSaveAs === undefined ? null : (
            <Button small onClick={onSaveAs}>
              Save as view
            </Button>
          )}
        </>
      )}
    </p>
  );
}
