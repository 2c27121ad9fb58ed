import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { Suspense, lazy, useMemo } from "react";
import { Avatar } from "@/components/avatar.tsx";
import { ColumnChooser } from "@/components/data-table/column-chooser.tsx";
import { DataTable } from "@/components/data-table/data-table.tsx";
import { filterOfSelection } from "@/components/data-table/use-selection.ts";
import type { FilterSpec } from "@/components/filter-bar/filter-bar.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { accountQuery } from "@/features/audience/accounts/queries.ts";
import { importNameQuery } from "@/features/audience/imports/queries.ts";
import { useMay } from "@/features/identity/me/queries.ts";
import type { ContactFilter } from "@/gql/graphql.ts";
import { formatAge, viewerTimeZone } from "@/lib/format.ts";
import { type ListState, type OldFilters, useListState } from "@/lib/use-list-state.ts";
import { useRecordList } from "@/lib/use-record-list.ts";
import { activeFilters, type Narrowing } from "@/records/active-filters.ts";
import { BulkActions } from "@/records/bulk/bulk-actions.tsx";
import { VerifySelection } from "@/records/email-verification/verify-selection.tsx";
import { LookUpSelection } from "@/records/phone-validity/look-up-selection.tsx";
import { OUTCOMES } from "@/records/import-outcomes.ts";
import { customColumns, useCustomFields } from "@/records/custom-columns.tsx";
import { ExportButton } from "@/records/export-button.tsx";
import { ListEmpty } from "@/records/list-empty.tsx";
import { listParts } from "@/records/list-parts.ts";
import { RecordFilterBar } from "@/records/record-filter-bar.tsx";
import { archivedOf, STANDING, StandingChoice } from "@/records/standing.tsx";
import { chosenColumns, useOpenView } from "@/records/use-open-view.ts";
import { useRecordFilter } from "@/records/use-record-filter.ts";
import { inList, type WithinList } from "@/records/lists/within-list.ts";
import { ViewMissing } from "@/records/view-missing.tsx";
import { ViewsBar } from "@/records/views-bar.tsx";
import { usePageActions } from "@/shell/actions.ts";
import { contactColumns } from "./columns.tsx";
import { ContactDrawer } from "./contact-drawer.tsx";
import { contactKind, contactName } from "@/records/kinds/contact-kind.ts";
import { contactCount, contactPage, type ContactRow } from "./queries.ts";

const CreateRecordDialog = lazy(async () => ({
  default: (await import("@/records/create-record-dialog.tsx")).CreateRecordDialog,
}));

/** The list's own filters, as a saved view keeps them. */
const QUICK = ["title", "seniority", "department", "country", "account", "import", "outcome", "archived"];

/** Links from before there were conditions. */
const OLD: OldFilters = {
  title: { field: "job_title", op: "contains" },
  seniority: { field: "seniority_level", op: "in" },
  department: { field: "department", op: "in" },
  country: { field: "country", op: "in" },
};

/** The API's filter from the URL. */
function filterOf(state: Narrowing, within: WithinList | null): ContactFilter {
  const [accountId] = state.filter("account");
  const [importId] = state.filter("import");
  const [outcome] = state.filter("outcome");
  return {
    ...inList(within),
    archived: archivedOf(state.filter, state.where),
    ...(state.where === null ? {} : { where: state.where, timeZone: viewerTimeZone() }),
    ...(state.q === "" ? {} : { q: state.q }),
    ...(accountId === undefined ? {} : { accountId }),
    ...(importId === undefined ? {} : { importId }),
    ...(outcome === undefined || importId === undefined ? {} : { importOutcome: outcome }),
  };
}

/** `within`: only the members of a list, below its head. */
export default function ContactsPage({ within = null }: { within?: WithinList | null }) {
  const custom = useCustomFields(contactKind);
  // What a saved view can keep of this list.
  const parts = useMemo(
    () => listParts([...contactColumns(false, false), ...customColumns<ContactRow>(contactKind, custom, false)], QUICK),
    [custom],
  );
  const view = useOpenView(contactKind, parts, within !== null);
  const state = useListState(OLD, view.base);
  const setup = useRecordFilter("CONTACT", state);
  const mayEdit = useMay("CONTACTS_EDIT");
  const specs = useFilterSpecs(state);
  const filter = filterOf(state, within);
  const list = useRecordList({
    entity: "contacts",
    filter,
    sort: state.sort,
    fetchPage: contactPage,
    fetchCount: contactCount,
    enabled: !view.waiting,
  });
  usePageActions(
    mayEdit && within === null
      ? [
          {
            id: "contact-new",
            label: "New contact",
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
  const openRow = list.rows[openAt];

  return (
    <div className="flex min-h-0 flex-1">
      <section className="relative flex min-w-0 flex-1 flex-col" aria-label={within?.name ?? "All contacts"}>
        <DataTable
          id="contacts"
          label="Contacts"
          nouns={["contact", "contacts"]}
          columns={[
            ...contactColumns(mayEdit, archivedOf(state.filter, state.where) === null),
            ...customColumns<ContactRow>(contactKind, custom, mayEdit),
          ]}
          chosen={chosenColumns(view, state)}
          list={list}
          what={JSON.stringify(filter)}
          rowId={(row) => row.id}
          rowName={contactName}
          sort={state.sort}
          onSort={state.setSort}
          openId={state.openId}
          onOpen={(row) => state.setOpenId(row.id)}
          phoneRow={(row) => ({
            lead: <Avatar name={contactName(row)} />,
            title: contactName(row),
            detail: [row.jobTitle, row.accountName].filter(Boolean).join(", ") || (row.email ?? ""),
            aside: formatAge(row.updatedAt),
          })}
          empty={
            within !== null && active.length === 0 ? (
              within.empty
            ) : (
              <ListEmpty
                kind={contactKind}
                filters={active}
                count={contactCount}
                purpose="Contacts are the people you write to and call."
                onCreate={() => state.setCreating(true)}
                onClear={() => state.clearFilters([...specs, STANDING].map((spec) => spec.name))}
              />
            )
          }
          toolbar={(layout) => (
            <>
              {within === null ? (
                <>
                  <PageHead title="Contacts" count={list.total} note={<ViewsBar list={view} columns={layout.keys} />} />
                  <ViewMissing list={view} />
                </>
              ) : (
                within.head(list.total)
              )}
              <RecordFilterBar
                kind={contactKind}
                state={state}
                setup={setup}
                specs={specs}
                filter={filter}
                count={contactCount}
                placeholder="Find by name, email, company"
                leading={<StandingChoice state={state} nouns="contacts" />}
                trailing={
                  <>
                    <ExportButton
                      kind={contactKind}
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
              kind={contactKind}
              selection={selection}
              rows={rows}
              filter={filter}
              copy={{ label: "Copy emails", one: "email", many: "emails", of: (row) => row.email }}
            >
              {within?.acts(
                { ids: selection.matching ? null : [...selection.ids], except: [...selection.except], filter },
                selection.count,
                selection.clear,
              )}
              <VerifySelection selection={selection} filter={filter} />
              <LookUpSelection entity="CONTACT" selection={selection} filter={filter} />
              <ExportButton
                inBar
                selected={!selection.matching}
                kind={contactKind}
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
        <ContactDrawer
          key={state.openId}
          id={state.openId}
          row={openRow}
          index={openAt === -1 ? null : list.offset + openAt}
          total={list.total}
          previousId={list.rows[openAt - 1]?.id}
          nextId={openAt === -1 ? undefined : list.rows[openAt + 1]?.id}
          onMove={state.setOpenId}
        />
      )}
      {state.creating && mayEdit && within === null ? (
        <Suspense fallback={null}>
          <CreateRecordDialog kind={contactKind} open onClose={() => state.setCreating(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}

function useFilterSpecs(state: ListState): FilterSpec[] {
  const [accountId] = state.filter("account");
  const account = useQuery({ ...accountQuery(accountId ?? ""), enabled: accountId !== undefined }).data;
  const [importId] = state.filter("import");
  const importName = useQuery({ ...importNameQuery(importId ?? ""), enabled: importId !== undefined }).data;
  return [
    // Comes from an account's contact count; cannot be added by hand yet.
    ...(accountId === undefined
      ? []
      : [
          {
            name: "account",
            label: "Account",
            options: [{ value: accountId, label: account?.name ?? "This account" }],
          },
        ]),
    // Come from an import's result; an outcome says nothing without its import.
    ...(importId === undefined
      ? []
      : [
          {
            name: "import",
            label: "Import",
            single: true,
            options: [{ value: importId, label: importName ?? "This import" }],
          },
          {
            name: "outcome",
            label: "Outcome",
            single: true,
            options: OUTCOMES.filter((outcome) => outcome.records).map(({ id, label }) => ({ value: id, label })),
          },
        ]),
  ];
}
