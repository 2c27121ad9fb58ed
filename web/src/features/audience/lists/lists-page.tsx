import { useQuery } from "@tanstack/react-query";
import { ListPlus, Plus } from "lucide-react";
import { Suspense, lazy } from "react";
import { useNavigate } from "react-router";
import { Avatar } from "@/components/avatar.tsx";
import { Button } from "@/components/button.tsx";
import { DataTable } from "@/components/data-table/data-table.tsx";
import { Empty } from "@/components/empty.tsx";
import { QuickFind } from "@/components/filter-bar/quick-find.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { useMay, useMe } from "@/features/identity/me/queries.ts";
import type { Entity, ListsFilter, ListSource } from "@/gql/graphql.ts";
import { countOf, formatAge } from "@/lib/format.ts";
import { useListState } from "@/lib/use-list-state.ts";
import { useRecordList } from "@/lib/use-record-list.ts";
import { AudienceTabs } from "@/records/audience-tabs.tsx";
import { SOURCES } from "@/records/lists/words.ts";
import { SelectField } from "@/records/timeline-select.tsx";
import { usePageActions } from "@/shell/actions.ts";
import { useCrumb } from "@/shell/crumbs.tsx";
import { changedAt, listColumns } from "./columns.tsx";
import { listsCount, listsPage, listTagsQuery } from "./queries.ts";

const CreateDialog = lazy(async () => ({ default: (await import("./create-dialog.tsx")).CreateDialog }));

const STATES = [
  { value: "", label: "Active" },
  { value: "archived", label: "Archived" },
  { value: "all", label: "All" },
];

/** Lists of one kind of record: found by name, tag and source; made by pasting. */
export default function ListsPage({ entity }: { entity: Entity }) {
  const me = useMe();
  const mayEdit = useMay("SEGMENTS_EDIT");
  const navigate = useNavigate();
  const state = useListState();
  const nouns: [string, string] = entity === "ACCOUNT" ? ["account", "accounts"] : ["contact", "contacts"];
  const one = (name: string) => state.filter(name)[0] ?? "";
  const q = state.q.trim();
  const [source, tag, whose, standing] = [one("source"), one("tag"), one("whose"), one("state")];
  const filter: ListsFilter = {
    entity,
    archived: standing === "all" ? null : standing === "archived",
    mine: whose === "mine",
    ...(q === "" ? {} : { q }),
    ...(source in SOURCES ? { source: source as ListSource } : {}),
    ...(tag === "" ? {} : { tag }),
  };
  const list = useRecordList({
    entity: "lists",
    filter,
    sort: state.sort,
    fetchPage: listsPage,
    fetchCount: listsCount,
  });
  const tags = useQuery(listTagsQuery(entity)).data ?? [];
  const set = (name: string) => (value: string) => state.setFilter(name, value === "" ? [] : [value]);
  const add = () => state.setCreating(true);
  useCrumb("Lists");
  usePageActions(
    mayEdit
      ? [{ id: "list-new", label: "New list", icon: Plus, group: "On this page", keys: "c", primary: true, run: add }]
      : [],
  );
  const names = ["source", "tag", "whose", "state"];
  const narrowed = q !== "" || names.some((name) => one(name) !== "");
  return (
    <section className="relative flex min-h-0 flex-1 flex-col" aria-label={`Lists of ${nouns[1]}`}>
      <PageHead title={`Lists of ${nouns[1]}`} count={list.total} />
      <AudienceTabs entity={entity === "ACCOUNT" ? "account" : "contact"} />
      <div className="row flex-wrap px-5 py-2" role="group" aria-label="Show">
        <QuickFind q={state.q} setQ={state.setQ} placeholder="Find by name" keys="f" />
        <SelectField
          label="Source"
          value={source in SOURCES ? source : ""}
          options={[
            { value: "", label: "Every source" },
            ...Object.entries(SOURCES).map(([value, label]) => ({ value, label })),
          ]}
          onChange={set("source")}
        />
        {tags.length === 0 && tag === "" ? null : (
          <SelectField
            label="Tag"
            value={tag}
            options={[
              { value: "", label: "Every tag" },
              ...[...new Set([...tags, ...(tag === "" ? [] : [tag])])].map((value) => ({ value, label: value })),
            ]}
            onChange={set("tag")}
          />
        )}
        <SelectField
          label="Whose"
          value={whose === "mine" ? "mine" : ""}
          options={[
            { value: "", label: "Everyone's" },
            { value: "mine", label: "Only yours" },
          ]}
          onChange={set("whose")}
        />
        <SelectField
          label="State"
          value={STATES.some(({ value }) => value === standing) ? standing : ""}
          options={STATES}
          onChange={set("state")}
        />
      </div>
      <DataTable
        id="lists"
        label={`Lists of ${nouns[1]}`}
        nouns={["list", "lists"]}
        columns={listColumns(me)}
        list={list}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        sort={state.sort}
        onSort={state.setSort}
        onOpen={(row) => void navigate(`/lists/${row.id}`)}
        phoneRow={(row) => ({
          lead: <Avatar name={row.name} square />,
          title: row.name,
          detail: [row.archived ? "Archived" : null, countOf(row.members, ...nouns), SOURCES[row.source], ...row.tags]
            .filter(Boolean)
            .join(", "),
          aside: formatAge(changedAt(row)),
        })}
        empty={
          <Empty
            icon={ListPlus}
            title={narrowed ? "No list like this" : "No lists yet"}
            actions={
              narrowed ? (
                <Button onClick={() => state.clearFilters(names)}>Clear all</Button>
              ) : mayEdit ? (
                <Button variant="primary" icon={Plus} onClick={add}>
                  New list
                </Button>
              ) : undefined
            }
          >
            {narrowed
              ? "Look for fewer letters, or drop a filter."
              : `A list keeps ${nouns[1]} that somebody chose: pasted, picked by hand, or all that a filter showed. ` +
                "Unlike a segment, it changes only when somebody changes it."}
          </Empty>
        }
      />
      {mayEdit && state.creating ? (
        <Suspense fallback={null}>
          <CreateDialog
            entity={entity}
            onClose={() => state.setCreating(false)}
            onMade={(id, answer) => {
              if (id === null) state.setCreating(false);
              else void navigate(`/lists/${id}`, { state: { answer } });
            }}
          />
        </Suspense>
      ) : null}
    </section>
  );
}
