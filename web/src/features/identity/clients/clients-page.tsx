import { Briefcase, PenLine, Plus } from "lucide-react";
import { useState } from "react";
import { Avatar } from "@/components/avatar.tsx";
import { Button, IconButton } from "@/components/button.tsx";
import { DataTable } from "@/components/data-table/data-table.tsx";
import type { Column } from "@/components/data-table/types.ts";
import { Empty } from "@/components/empty.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { countOf, formatCount, formatDay, formatFull } from "@/lib/format.ts";
import { useListState } from "@/lib/use-list-state.ts";
import { useRecordList } from "@/lib/use-record-list.ts";
import { usePageActions } from "@/shell/actions.ts";
import { ClientDialog } from "./client-dialog.tsx";
import { type ClientRow, clientCount, clientPage } from "./queries.ts";

/** The organisations you work for. Their people sign in to a portal of their own. */
export default function ClientsPage() {
  const mayManage = useMay("CLIENTS_MANAGE");
  const state = useListState();
  const [editing, setEditing] = useState<ClientRow | null>(null);
  const list = useRecordList({
    entity: "clients",
    filter: {},
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
  return (
    <section className="relative flex min-h-0 flex-1 flex-col" aria-label="Clients">
      <PageHead title="Clients" count={list.total} />
      <DataTable
        id="clients"
        label="Clients"
        nouns={["client", "clients"]}
        columns={clientColumns(mayManage ? setEditing : null)}
        list={list}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        sort={null}
        onSort={() => {}}
        {...(mayManage ? { onOpen: setEditing } : {})}
        phoneRow={(row) => ({
          lead: <Avatar name={row.name} square />,
          title: row.name,
          detail: countOf(row.userCount, "user", "users"),
          aside: formatDay(row.createdAt),
        })}
        empty={
          <Empty
            icon={Briefcase}
            title="No clients yet"
            actions={
              mayManage ? (
                <Button variant="primary" icon={Plus} onClick={add}>
                  New client
                </Button>
              ) : undefined
            }
          >
            Clients are the organisations that order leads from you. Their people get a portal of their own.
          </Empty>
        }
      />
      {mayManage && (state.creating || editing !== null) ? (
        <ClientDialog
          client={editing}
          onClose={() => {
            setEditing(null);
            state.setCreating(false);
          }}
        />
      ) : null}
    </section>
  );
}

function clientColumns(onEdit: ((row: ClientRow) => void) | null): Column<ClientRow>[] {
  const columns: Column<ClientRow>[] = [
    {
      id: "name",
      header: "Name",
      width: 320,
      text: (row) => row.name,
      cell: (row) => (
        <span className="who">
          <Avatar name={row.name} square />
          <span className="clip">{row.name}</span>
        </span>
      ),
    },
    {
      id: "users",
      header: "Users",
      width: 100,
      align: "right",
      cell: (row) => <span className="num">{formatCount(row.userCount)}</span>,
    },
    {
      id: "created",
      header: "Created",
      width: 140,
      align: "right",
      text: (row) => formatFull(row.createdAt),
      cell: (row) => <span className="t-2">{formatDay(row.createdAt)}</span>,
    },
  ];
  if (onEdit !== null) {
    columns.push({
      id: "edit",
      header: "Actions",
      width: 84,
      align: "right",
      cell: (row) => <IconButton label={`Rename ${row.name}`} icon={PenLine} onClick={() => onEdit(row)} />,
    });
  }
  return columns;
}
