import { Filter, Plus } from "lucide-react";
import { useNavigate, useSearchParams } from "react-router";
import { Button } from "@/components/button.tsx";
import { DataTable } from "@/components/data-table/data-table.tsx";
import { Empty } from "@/components/empty.tsx";
import { QuickFind } from "@/components/filter-bar/quick-find.tsx";
import { Icon } from "@/components/icon.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { useMay, useMe } from "@/features/identity/me/queries.ts";
import type { Entity, SegmentFilterInput } from "@/gql/graphql.ts";
import { countOf, formatAge } from "@/lib/format.ts";
import { useListState } from "@/lib/use-list-state.ts";
import { useRecordList } from "@/lib/use-record-list.ts";
import { AudienceTabs } from "@/records/audience-tabs.tsx";
import { SelectField } from "@/records/timeline-select.tsx";
import { usePageActions } from "@/shell/actions.ts";
import { segmentColumns } from "./columns.tsx";
import { isSettling, segmentCount, segmentPage, SEGMENTS } from "./queries.ts";
import { TagFilter } from "./tag-filter.tsx";
import { builderPath, nounsOf, pathOf } from "./words.ts";

const STATES = [
  { value: "", label: "In use" },
  { value: "archived", label: "Archived" },
];

/** Filters under a name, whose members follow the data. */
export default function SegmentsPage({ entity }: { entity: Entity }) {
  const me = useMe();
  const mayEdit = useMay("SEGMENTS_EDIT");
  const navigate = useNavigate();
  const state = useListState();
  const [params, setParams] = useSearchParams();
  const { noun, nouns } = nounsOf(entity);
  const archived = params.get("state") === "archived";
  const tag = params.get("tag");
  const q = state.q.trim();
  const filter: SegmentFilterInput = {
    entity,
    archived,
    ...(q === "" ? {} : { q }),
    ...(tag === null || tag === "" ? {} : { tag }),
  };
  const list = useRecordList({
    entity: SEGMENTS,
    filter,
    sort: null,
    fetchPage: segmentPage,
    fetchCount: segmentCount,
    refetchInterval: (rows) => (rows.some(isSettling) ? 3000 : false),
  });
  const set = (name: string, value: string) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        if (value === "") next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const add = () => void navigate(builderPath(entity, {}));
  usePageActions(
    mayEdit
      ? [
          {
            id: "segment-new",
            label: "New segment",
            icon: Plus,
            group: "On this page",
            keys: "c",
            primary: true,
            run: add,
          },
        ]
      : [],
  );
  const narrowed = q !== "" || tag !== null || archived;
  return (
    <section className="relative flex min-h-0 flex-1 flex-col" aria-label={`Segments of ${nouns}`}>
      <PageHead title="Segments & lists" />
      <AudienceTabs entity={noun === "account" ? "account" : "contact"} />
      <div className="row flex-wrap px-5 py-2.5" role="group" aria-label="Show">
        <QuickFind q={state.q} setQ={state.setQ} placeholder="Find by name" keys="f" />
        <TagFilter tag={tag} onChange={(to) => set("tag", to ?? "")} known={list.rows.flatMap((row) => row.tags)} />
        <SelectField
          label="State"
          value={archived ? "archived" : ""}
          options={STATES}
          onChange={(value) => set("state", value)}
        />
        <span className="t-3 num ml-auto" data-testid="page-count">
          {list.total === null ? "…" : countOf(list.total, "segment", "segments")}
        </span>
      </div>
      <DataTable
        id={`segments-${noun}`}
        label="Segments"
        nouns={["segment", "segments"]}
        columns={segmentColumns(me)}
        list={list}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        sort={null}
        onSort={() => {}}
        onOpen={(row) => void navigate(pathOf(row))}
        phoneRow={(row) => ({
          lead: <Icon as={Filter} />,
          title: row.name,
          detail: [row.active || row.archived ? null : "Switched off", countOf(row.members, noun, nouns)]
            .filter(Boolean)
            .join(". "),
          aside: formatAge(row.changedAt),
        })}
        empty={
          <Empty
            icon={Filter}
            title={narrowed ? "No segment like this" : "No segments yet"}
            actions={
              narrowed ? (
                <Button onClick={() => setParams({}, { replace: true })}>Show all in use</Button>
              ) : mayEdit ? (
                <Button variant="primary" icon={Plus} onClick={add}>
                  New segment
                </Button>
              ) : undefined
            }
          >
            {narrowed
              ? "Look for fewer letters, or choose another tag or state."
              : `A segment is a filter under a name. Whichever ${nouns} fulfil it are its members, and they come and go by themselves.`}
          </Empty>
        }
      />
    </section>
  );
}
