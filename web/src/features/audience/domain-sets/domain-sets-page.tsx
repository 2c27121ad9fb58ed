import { Globe, Plus } from "lucide-react";
import { useNavigate, useSearchParams } from "react-router";
import { Status } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { DataTable } from "@/components/data-table/data-table.tsx";
import { Empty } from "@/components/empty.tsx";
import { QuickFind } from "@/components/filter-bar/quick-find.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { useGrants, useMe } from "@/features/identity/me/queries.ts";
import { countOf, formatAge } from "@/lib/format.ts";
import { mayAll } from "@/lib/permissions.ts";
import { useListState } from "@/lib/use-list-state.ts";
import { useRecordList } from "@/lib/use-record-list.ts";
import { SelectField } from "@/records/timeline-select.tsx";
import { usePageActions } from "@/shell/actions.ts";
import { domainSetColumns } from "./columns.tsx";
import { DOMAIN_SETS, domainSetCount, domainSetPage } from "./queries.ts";
import { isAtWork, standingOf } from "./words.ts";

const STATES = [
  { value: "", label: "In use" },
  { value: "archived", label: "Archived" },
];

/** Companies somebody wants to reach, set by set: which are accounts, and how many people they bring. */
export default function DomainSetsPage() {
  const me = useMe();
  const mayEdit = mayAll(useGrants(), "DOMAIN_SETS_EDIT");
  const navigate = useNavigate();
  const state = useListState();
  const [params, setParams] = useSearchParams();
  const archived = params.get("state") === "archived";
  const q = state.q.trim();
  const list = useRecordList({
    entity: DOMAIN_SETS,
    filter: { q: q === "" ? null : q, archived },
    sort: null,
    fetchPage: domainSetPage,
    fetchCount: domainSetCount,
    refetchInterval: (rows) => (rows.some(isAtWork) ? 2000 : false),
  });
  const start = () => void navigate("/domain-sets/new");
  usePageActions(
    mayEdit
      ? [
          {
            id: "domain-set-new",
            label: "New domain set",
            icon: Plus,
            group: "On this page",
            keys: "c",
            primary: true,
            run: start,
          },
        ]
      : [],
  );
  const narrowed = q !== "" || archived;
  return (
    <section className="relative flex min-h-0 flex-1 flex-col" aria-label="Domain sets">
      <PageHead title="Domain sets" count={list.total} />
      <div className="row flex-wrap px-5 pb-2" role="group" aria-label="Show">
        <QuickFind q={state.q} setQ={state.setQ} placeholder="Part of the name" keys="f" />
        <SelectField
          label="State"
          value={archived ? "archived" : ""}
          options={STATES}
          onChange={(value) => {
            const next = new URLSearchParams(params);
            if (value === "") next.delete("state");
            else next.set("state", value);
            setParams(next, { replace: true });
          }}
        />
      </div>
      <DataTable
        id="domain-sets"
        label="Domain sets"
        nouns={["domain set", "domain sets"]}
        columns={domainSetColumns(me)}
        list={list}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        sort={null}
        onSort={() => {}}
        onOpen={(row) => void navigate(`/domain-sets/${row.id}`)}
        phoneRow={(row) => ({
          lead: <Status tone={standingOf(row).tone}>{null}</Status>,
          title: row.name,
          detail: `${standingOf(row).label}, ${countOf(row.items, "domain", "domains")}`,
          aside: formatAge(row.updatedAt),
        })}
        empty={
          <Empty
            icon={Globe}
            title={narrowed ? "None like this" : "No domain sets yet"}
            actions={
              mayEdit && !narrowed ? (
                <Button variant="primary" icon={Plus} onClick={start}>
                  New domain set
                </Button>
              ) : undefined
            }
          >
            {narrowed
              ? archived && q === ""
                ? "What is archived stands here, and can be restored."
                : "Look for fewer letters, or choose another state."
              : "Bring the domains of companies you want to reach, as a file or pasted. You see which of them are accounts, look at those that nearly are, and go on to their people."}
          </Empty>
        }
      />
    </section>
  );
}
