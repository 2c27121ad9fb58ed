import { ListFilter, Workflow } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Link, useNavigate } from "react-router";
import { Button, IconButton } from "@/components/button.tsx";
import { BuilderPanel } from "@/components/filter-builder/builder-panel.tsx";
import { AddFilter, FilterChips } from "@/components/filter-builder/filter-chips.tsx";
import { conditionsIn } from "@/components/filter-builder/tree.ts";
import { FilterContext, type FilterSetup } from "@/components/filter-builder/setup.ts";
import { FilterBar, type FilterSpec } from "@/components/filter-bar/filter-bar.tsx";
import { Icon } from "@/components/icon.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { countOf, formatCount } from "@/lib/format.ts";
import { formatFilter } from "@/lib/filter-json.ts";
import type { Json } from "@/lib/json.ts";
import type { ListState } from "@/lib/use-list-state.ts";
import { useActions, usePageActions } from "@/shell/actions.ts";
import { LongFilter } from "./long-filter.tsx";
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
  const mayBuild = useMay("SEGMENTS_VIEW");
  const navigate = useNavigate();
  const saveAs = useActions().find(({ id }) => id === "view-save-as");
  const toggle = () => setBuilding((open) => !open);
  usePageActions(
    mayBuild
      ? [
          {
            id: "audience-from-list",
            label: "Open this filter in the audience builder",
            icon: Workflow,
            group: "On this page",
            run: () => void navigate(builderOf(kind, state.where)),
          },
        ]
      : [],
  );
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
              <LongFilter
                as="a view"
                act={
                  saveAs === undefined ? null : (
                    <Button small onClick={saveAs.run}>
                      Save as view
                    </Button>
                  )
                }
              />
              {building ? (
                <BuilderPanel
                  nouns={[kind.noun, kind.nouns]}
                  live={live}
                  acts={mayBuild ? <ToBuilder kind={kind} where={state.where} /> : null}
                  onClose={() => setBuilding(false)}
                />
              ) : null}
            </>
          ),
        }}
      />
    </FilterContext>
  );
}

/** The audience builder with these conditions. Words and what else narrows the list stay behind: they are no part of a segment. */
function builderOf({ key }: Pick<RecordKind, "key">, where: Json): string {
  const text = formatFilter(where);
  return `/${key}/audience${text === null ? "" : `?${new URLSearchParams({ filter: text })}`}`;
}

function ToBuilder({ kind, where }: { kind: Pick<RecordKind, "key">; where: Json }) {
  return (
    <Link className="btn btn-quiet btn-sm" to={builderOf(kind, where)}>
      <Icon as={Workflow} />
      Audience builder
    </Link>
  );
}
