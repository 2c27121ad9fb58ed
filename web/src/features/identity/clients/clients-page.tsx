import { Briefcase, Plus } from "lucide-react";
import { useNavigate, useSearchParams } from "react-router";
import { Avatar } from "@/components/avatar.tsx";
import { Button } from "@/components/button.tsx";
import { DataTable } from "@/components/data-table/data-table.tsx";
import { Empty } from "@/components/empty.tsx";
import { QuickFind } from "@/components/filter-bar/quick-find.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import type { ClientsWanted } from "@/gql/graphql.ts";
import { download } from "@/lib/download.ts";
import { countOf, formatDay } from "@/lib/format.ts";
import { useListState } from "@/lib/use-list-state.ts";
import { useRecordList } from "@/lib/use-record-list.ts";
import { FileButton } from "@/records/file-button.tsx";
import { SelectField } from "@/records/timeline-select.tsx";
import { usePageActions } from "@/shell/actions.ts";
import { ClientDialog } from "./client-dialog.tsx";
import { clientColumns } from "./columns.tsx";
import { clientCount, clientPage } from "./queries.ts";

const STATES = [
  { value: "active", label: "Active" },
  { value: "archived", label: "Archived" },
  { value: "all", label: "All" },
];

/** The organisations you work for. Their people sign in to a portal of their own. */
export default function ClientsPage() {
  const mayManage = useMay("CLIENTS_MANAGE");
  const navigate = useNavigate();
  const state = useListState();
  const [params, setParams] = useSearchParams();
  const standing = STATES.some(({ value }) => value === params.get("state")) ? params.get("state") : "active";
  const q = state.q.trim();
  const wanted: ClientsWanted = {
    search: q === "" ? null : q,
    archived: standing === "all" ? null : standing === "archived",
  };
  const list = useRecordList({
    entity: "clients",
    filter: wanted,
    sort: null,
    fetchPage: clientPage,
    fetchCount: clientCount,
  });
  const add = () => state.setCreating(true);
  usePageActions(
    mayManage
      ? [
          {
            id: "client-new",
            label: "New client",
            icon: Plus,
            group: "On this page",
            keys: "c",
            primary: true,
            run: add,
          },
        ]
      : [],
  );
  const exportList = () => {
    const of = new URLSearchParams();
    if (wanted.search) of.set("search", wanted.search);
    if (wanted.archived !== null && wanted.archived !== undefined) of.set("archived", String(wanted.archived));
    return download(`/api/v1/clients/export?${of}`, "clients.csv");
  };
  const narrowed = q !== "" || standing !== "active";
  return (
    <section className="relative flex min-h-0 flex-1 flex-col" aria-label="Clients">
      <PageHead
        title="Clients"
        count={list.total}
        actions={mayManage ? <FileButton label="Export" failed="Not exported" save={exportList} /> : undefined}
      />
      <div className="row flex-wrap px-5 pb-2" role="group" aria-label="Show">
        <QuickFind q={state.q} setQ={state.setQ} placeholder="Name or website" keys="f" />
        <SelectField
          label="State"
          value={standing ?? "active"}
          options={STATES}
          onChange={(value) => {
            const next = new URLSearchParams(params);
            if (value === "active") next.delete("state");
            else next.set("state", value);
            setParams(next, { replace: true });
          }}
        />
      </div>
      <DataTable
        id="clients"
        label="Clients"
        nouns={["client", "clients"]}
        columns={clientColumns}
        list={list}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        sort={null}
        onSort={() => {}}
        onOpen={(row) => void navigate(`/clients/${row.id}`)}
        phoneRow={(row) => ({
          lead: <Avatar name={row.name} square />,
          title: row.name,
          detail: [row.archived ? "Archived" : null, countOf(row.userCount, "user", "users")]
            .filter(Boolean)
            .join(". "),
          aside: formatDay(row.createdAt),
        })}
        empty={
          <Empty
            icon={Briefcase}
            title={narrowed ? "None like this" : "No clients yet"}
            actions={
              mayManage && !narrowed ? (
                <Button variant="primary" icon={Plus} onClick={add}>
                  New client
                </Button>
              ) : undefined
            }
          >
            {narrowed
              ? "Look for fewer letters, or choose another state."
              : "Clients are the organisations that order leads from you. Their people get a portal of their own."}
          </Empty>
        }
      />
      {mayManage && state.creating ? (
        <ClientDialog onClose={() => state.setCreating(false)} onMade={(id) => void navigate(`/clients/${id}`)} />
      ) : null}
    </section>
  );
}
