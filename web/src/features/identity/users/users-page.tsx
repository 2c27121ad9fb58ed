import { useQueryClient } from "@tanstack/react-query";
import { Ellipsis, PenLine, Plus, UserX, Users } from "lucide-react";
import { useState } from "react";
import { Avatar } from "@/components/avatar.tsx";
import { Status } from "@/components/badge.tsx";
import { IconButton } from "@/components/button.tsx";
import { DataTable } from "@/components/data-table/data-table.tsx";
import type { Column } from "@/components/data-table/types.ts";
import { Empty } from "@/components/empty.tsx";
import { Menu } from "@/components/menu.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { useMay, useMe } from "@/features/identity/me/queries.ts";
import { messageOf } from "@/lib/api-error.ts";
import { formatAge, formatFull } from "@/lib/format.ts";
import { roleName } from "@/lib/permissions.ts";
import { useListState } from "@/lib/use-list-state.ts";
import { useRecordList } from "@/lib/use-record-list.ts";
import { usePageActions } from "@/shell/actions.ts";
import { disableUser } from "./mutations.ts";
import { type UserRow, userCount, userPage } from "./queries.ts";
import { UserDialog } from "./user-dialog.tsx";

/** Who may sign in, and as what. Also the Team page of client users, who see their colleagues. */
export default function UsersPage({ team = false }: { team?: boolean }) {
  const me = useMe();
  const mayManage = useMay("USERS_MANAGE") && !team;
  const state = useListState();
  const client = useQueryClient();
  const [editing, setEditing] = useState<UserRow | null>(null);
  const list = useRecordList({ entity: "users", filter: {}, sort: null, fetchPage: userPage, fetchCount: userCount });
  const add = () => state.setCreating(true);
  usePageActions(
    mayManage
      ? [{ id: "user-new", label: "New user", icon: Plus, group: "On this page", keys: "c", primary: true, run: add }]
      : [],
  );
  const disable = async (row: UserRow) => {
    try {
      await disableUser(row.id);
      await client.invalidateQueries({ queryKey: ["users"] });
      toastDone(`${row.name} can no longer sign in`);
    } catch (error) {
      toastFailed(`${row.name} was not disabled. ${messageOf(error)}`, () => void disable(row));
    }
  };
  const columns = userColumns(team);
  if (mayManage) columns.push(menuColumn(me.id, setEditing, (row) => void disable(row)));
  return (
    <section className="relative flex min-h-0 flex-1 flex-col" aria-label={team ? "Team" : "Users and roles"}>
      <PageHead
        title={team ? "Team" : "Users & roles"}
        count={list.total}
        note={team && me.client ? <span className="t-3">{me.client.name}</span> : undefined}
      />
      <DataTable
        id={team ? "team" : "users"}
        label={team ? "Team" : "Users"}
        nouns={["person", "people"]}
        columns={columns}
        list={list}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        sort={null}
        onSort={() => {}}
        {...(mayManage ? { onOpen: setEditing } : {})}
        phoneRow={(row) => ({
          lead: <Avatar name={row.name} />,
          title: row.name,
          detail: row.email,
          aside: roleName(row.role),
        })}
        empty={
          <Empty icon={Users} title="Nobody here yet">
            People who may sign in appear here.
          </Empty>
        }
      />
      {mayManage && (state.creating || editing !== null) ? (
        <UserDialog
          user={editing}
          onClose={() => {
            setEditing(null);
            state.setCreating(false);
          }}
        />
      ) : null}
    </section>
  );
}

function userColumns(team: boolean): Column<UserRow>[] {
  return [
    {
      id: "name",
      header: "Name",
      width: 240,
      text: (row) => row.name,
      cell: (row) => (
        <span className="who">
          <Avatar name={row.name} />
          <span className="clip">{row.name}</span>
        </span>
      ),
    },
    {
      id: "email",
      header: "Email",
      width: 260,
      text: (row) => row.email,
      cell: (row) => <span className="mono">{row.email}</span>,
    },
    ...(team
      ? []
      : [
          { id: "role", header: "Role", width: 160, cell: (row: UserRow) => roleName(row.role) },
          {
            id: "belongs",
            header: "Team or client",
            width: 180,
            cell: (row: UserRow) => {
              const names = row.client?.name ?? row.teams.map((one) => one.name).join(", ");
              return names ? <span className="t-2">{names}</span> : <span className="t-3">—</span>;
            },
          },
        ]),
    {
      id: "state",
      header: "State",
      width: 120,
      cell: (row) => (row.active ? <Status tone="success">Active</Status> : <Status tone="hollow">Disabled</Status>),
    },
    {
      id: "last",
      header: "Last sign-in",
      width: 120,
      align: "right",
      lowPriority: true,
      text: (row) => (row.lastLoginAt ? formatFull(row.lastLoginAt) : null),
      cell: (row) => <span className="t-2">{row.lastLoginAt ? formatAge(row.lastLoginAt) : "Never"}</span>,
    },
  ];
}

function menuColumn(ownId: string, onEdit: (row: UserRow) => void, onDisable: (row: UserRow) => void): Column<UserRow> {
  return {
    id: "menu",
    header: "Actions",
    width: 84,
    align: "right",
    cell: (row) => (
      <Menu
        trigger={<IconButton label={`Actions for ${row.name}`} icon={Ellipsis} noTooltip />}
        entries={[
          { label: "Edit", icon: PenLine, onSelect: () => onEdit(row) },
          {
            label: "Disable",
            icon: UserX,
            danger: true,
            disabledReason:
              row.id === ownId ? "You cannot disable yourself" : row.active ? undefined : "Is disabled already",
            onSelect: () => onDisable(row),
          },
        ]}
      />
    ),
  };
}
