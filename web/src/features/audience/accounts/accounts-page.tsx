import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { Suspense, lazy, useMemo } from "react";
import { Avatar } from "@/components/avatar.tsx";
import { ColumnChooser } from "@/components/data-table/column-chooser.tsx";
import { DataTable } from "@/components/data-table/data-table.tsx";
import { filterOfSelection } from "@/components/data-table/use-selection.ts";
import type { FilterSpec } from "@/components/filter-bar/filter-bar.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { importNameQuery } from "@/features/audience/imports/queries.ts";
import { useMay } from "@/features/identity/me/queries.ts";
import type { AccountFilter } from "@/gql/graphql.ts";
import { formatAge, viewerTimeZone } from "@/lib/format.ts";
import { type ListState, type OldFilters, useListState } from "@/lib/use-list-state.ts";
import { useRecordList } from "@/lib/use-record-list.ts";
import { activeFilters, type Narrowing } from "@/records/active-filters.ts";
import { BulkActions } from "@/records/bulk/bulk-actions.tsx";
import { customColumns, useCustomFields } from "@/records/custom-columns.tsx";
import { ExportButton } from "@/records/export-button.tsx";
import { ListEmpty } from "@/records/list-empty.tsx";
import { listParts } from "@/records/list-parts.ts";
import { RecordFilterBar } from "@/records/record-filter-bar.tsx";
import { LookUpSelection } from "@/records/phone-validity/look-up-selection.tsx";
import { archivedOf, STANDING, StandingChoice } from "@/records/standing.tsx";
import { chosenColumns, useOpenView } from "@/records/use-open-view.ts";
import { useRecordFilter } from "@/records/use-record-filter.ts";
import { inList, type WithinList } from "@/records/lists/within-list.ts";
import { ViewMissing } from "@/records/view-missing.tsx";
import { ViewsBar } from "@/records/views-bar.tsx";
import { usePageActions } from "@/shell/actions.ts";
import { AccountDrawer } from "./account-drawer.tsx";
import { accountKind, accountName } from "@/records/kinds/account-kind.ts";
import { accountColumns } from "./columns.tsx";
import { accountCount, accountPage, type AccountRow } from "./queries.ts";
import { StubsWaiting } from "./stub-notice.tsx";

const CreateRecordDialog = lazy(async () => ({
  default: (await import("@/records/create-record-dialog.tsx")).CreateRecordDialog,
}));

/** The list's own filters, as a saved view keeps them. */
const QUICK = ["industry", "country", "import", "archived"];

/** Links from before there were conditions. */
const OLD: OldFilters = {
  country: { field: "hq_country", op: "in" },
  industry: { field: "industry", op: "in" },
};

function filterOf(state: Narrowing, within: WithinList | null): AccountFilter {
  const [importId] = state.filter("import");
  return {
    ...inList(within),
    archived: archivedOf(state.filter, state.where),
    ...(state.where === null ? {} : { where: state.where, timeZone: viewerTimeZone() }),
    ...(state.q === "" ? {} : { q: state.q }),
    ...(importId === undefined ? {} : { importId }),
  };
}

/** Accounts of one import: comes from its result. */
function useFilterSpecs(state: ListState): FilterSpec[] {
  const [id] = state.filter("import");
  const name = useQuery({ ...importNameQuery(id ?? ""), enabled: id !== undefined }).data;
  if (id === undefined) return [];
  return [{ name: "import", label: "Import", single: true, options: [{ value: id, label: name ?? "This import" }] }];
}

/** `within`: only the members of a list, below its head. */
export default function AccountsPage({ within = null }: { within?: WithinList | null }) {
  const custom = useCustomFields(accountKind);
  // What a saved view can keep of this list.
  const parts = useMemo(
    () => listParts([...accountColumns(false, false), ...customColumns<AccountRow>(accountKind, custom, false)], QUICK),
    [custom],
  );
  const view = useOpenView(accountKind, parts, within !== null);
  const state = useListState(OLD, view.base);
  const setup = useRecordFilter("ACCOUNT", state);
  const mayEdit = useMay("ACCOUNTS_EDIT");
  const filter = filterOf(state, within);
  const specs = useFilterSpecs(state);
  const list = useRecordList({
    entity: "accounts",
    filter,
    sort: state.sort,
    fetchPage: accountPage,
    fetchCount: accountCount,
    enabled: !view.waiting,
  });
  usePageActions(
    mayEdit && within === null
      ? [
          {
            id: "account-new",
            label: "New account",
            icon: Plus,
            group: "On this page",
            keys: "c",
            primary: true,
            run: () => state.setCreating(true),
          },
        ]
      : [],
  );
  const active = activeFilters(state, [...specs, STANDING], (narrowed) => filterOf(narrowed, within), setup);
  const openAt = list.rows.findIndex((row) => row.id === state.openId);

  return (
    <div className="flex min-h-0 flex-1">
      <section className="relative flex min-w-0 flex-1 flex-col" aria-label={within?.name ?? "All accounts"}>
        <DataTable
          id="accounts"
          label="Accounts"
          nouns={["account", "accounts"]}
          columns={[
            ...accountColumns(mayEdit, archivedOf(state.filter, state.where) === null),
            ...customColumns<AccountRow>(accountKind, custom, mayEdit),
          ]}
          chosen={chosenColumns(view, state)}
          list={list}
          what={JSON.stringify(filter)}
          rowId={(row) => row.id}
          rowName={accountName}
          sort={state.sort}
          onSort={state.setSort}
          openId={state.openId}
          onOpen={(row) => state.setOpenId(row.id)}
          phoneRow={(row) => ({
            lead: <Avatar name={accountName(row)} square />,
            title: accountName(row),
            detail: [row.domain, row.industry].filter(Boolean).join(", "),
            aside: formatAge(row.updatedAt),
          })}
          empty={
            within !== null && active.length === 0 ? (
              within.empty
            ) : (
              <ListEmpty
                kind={accountKind}
                filters={active}
                count={accountCount}
                purpose="Accounts are the companies your contacts work for. They also appear by themselves from email domains."
                onCreate={() => state.setCreating(true)}
                onClear={() => state.clearFilters([...specs, STANDING].map((spec) => spec.name))}
              />
            )
          }
          toolbar={(layout) => (
            <>
              {within === null ? (
                <>
                  <PageHead title="Accounts" count={list.total} note={<ViewsBar list={view} columns={layout.keys} />} />
                  <ViewMissing list={view} />
                  <StubsWaiting hidden={state.where !== null || state.q !== ""} />
                </>
              ) : (
                within.head(list.total)
              )}
              <RecordFilterBar
                kind={accountKind}
                state={state}
                setup={setup}
                specs={specs}
                filter={filter}
                count={accountCount}
                placeholder="Find by name or domain"
                leading={<StandingChoice state={state} nouns="accounts" />}
                trailing={
                  <>
                    <ExportButton
                      kind={accountKind}
                      filter={filter}
                      sort={state.sort}
                      keys={layout.keys}
                      count={list.total}
                    />
                    <ColumnChooser layout={layout} />
                  </>
                }
              />
            </>
          )}
          bulk={(selection, rows, layout) => (
            <BulkActions
              kind={accountKind}
              selection={selection}
              rows={rows}
              filter={filter}
              copy={{ label: "Copy domains", one: "domain", many: "domains", of: (row) => row.domain }}
            >
              {within?.acts(
                { ids: selection.matching ? null : [...selection.ids], except: [...selection.except], filter },
                selection.count,
                selection.clear,
              )}
              <LookUpSelection entity="ACCOUNT" selection={selection} filter={filter} />
              <ExportButton
                inBar
                selected={!selection.matching}
                kind={accountKind}
                filter={filterOfSelection(selection, filter)}
                sort={state.sort}
                keys={layout.keys}
                count={selection.count}
              />
            </BulkActions>
          )}
        />
      </section>
      {state.openId === null ? null : (
        <AccountDrawer
          key={state.openId}
          id={state.openId}
          row={list.rows[openAt]}
          index={openAt === -1 ? null : list.offset + openAt}
          total={list.total}
          previousId={list.rows[openAt - 1]?.id}
          nextId={openAt === -1 ? undefined : list.rows[openAt + 1]?.id}
          onMove={state.setOpenId}
        />
      )}
      {state.creating && mayEdit && within === null ? (
        <Suspense fallback={null}>
          <CreateRecordDialog kind={accountKind} open onClose={() => state.setCreating(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
