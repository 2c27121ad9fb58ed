import { useQueryClient } from "@tanstack/react-query";
import {
  Ellipsis,
  KeyRound,
  LogOut,
  MailPlus,
  PenLine,
  Plus,
  ShieldCheck,
  UserCheck,
  UserX,
  Users,
} from "lucide-react";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { Avatar } from "@/components/avatar.tsx";
import { Status } from "@/components/badge.tsx";
import { Button, IconButton } from "@/components/button.tsx";
import { DataTable } from "@/components/data-table/data-table.tsx";
import type { Column } from "@/components/data-table/types.ts";
import { Empty } from "@/components/empty.tsx";
import { Menu } from "@/components/menu.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { useMay, useMe } from "@/features/identity/me/queries.ts";
import { endSessionsOf } from "@/features/identity/sessions/mutations.ts";
import { messageOf } from "@/lib/api-error.ts";
import { formatAge, formatFull } from "@/lib/format.ts";
import { roleName } from "@/lib/permissions.ts";
import { useListState } from "@/lib/use-list-state.ts";
import { useRecordList } from "@/lib/use-record-list.ts";
import { ColleagueInvitations, InviteColleague } from "@/records/invitations/colleagues.tsx";
import { OpenedById } from "@/records/opened-by-id.tsx";
import { usePageActions } from "@/shell/actions.ts";
import { AccessRulesDialog } from "./access-rules-dialog.tsx";
import { disableUser, enableUser } from "./mutations.ts";
import { type UserRow, userById, userCount, userPage } from "./queries.ts";
import { ResetSecondStepDialog } from "./reset-second-step-dialog.tsx";
import { UserDialog } from "./user-dialog.tsx";

/** Who may sign in, and as what. Also the Team page of client users, who see their colleagues. */
export default function UsersPage({ team = false }: { team?: boolean }) {
  const me = useMe();
  const mayManage = useMay("USERS_MANAGE") && !team;
  const mayInvite = useMay("COLLEAGUES_INVITE");
  /** The organisation a client user may ask others to join: their own. */
  const invitesFor = team && mayInvite ? (me.client?.id ?? null) : null;
  const maySetRules = useMay("SETTINGS_MANAGE") && mayManage;
  const state = useListState();
  const client = useQueryClient();
  const [ruling, setRuling] = useState(false);
  const [resetting, setResetting] = useState<UserRow | null>(null);
  const list = useRecordList({ entity: "users", filter: {}, sort: null, fetchPage: userPage, fetchCount: userCount });
  const navigate = useNavigate();
  const add = () => state.setCreating(true);
  const invite = () => void navigate("/users/invitations?new=1");
  usePageActions(
    mayManage
      ? [
          {
            id: "invite",
            label: "Invite",
            icon: MailPlus,
            group: "On this page",
            keys: "c",
            primary: true,
            run: invite,
          },
          { id: "user-new", label: "New user with a password", icon: Plus, group: "On this page", run: add },
          ...(maySetRules
            ? [
                {
                  id: "access-rules",
                  label: "Sign-in rules",
                  icon: ShieldCheck,
                  group: "On this page",
                  run: () => setRuling(true),
                },
              ]
            : []),
        ]
      : [],
  );
  type Act = (id: string) => Promise<unknown>;
  const refresh = () => client.invalidateQueries({ queryKey: ["users"] });
  const act = async (what: Act, row: UserRow, done: string, failed: string, undo?: Act) => {
    try {
      await what(row.id);
      await refresh();
      toastDone(`${row.name} ${done}`, undo === undefined ? undefined : () => undo(row.id).then(refresh));
    } catch (error) {
      toastFailed(`${row.name} ${failed}. ${messageOf(error)}`, () => void act(what, row, done, failed, undo));
    }
  };
  const columns = userColumns(team);
  if (mayManage) {
    columns.push(
      menuColumn(me.id, {
        edit: (row) => state.setOpenId(row.id),
        disable: (row) => void act(disableUser, row, "can no longer sign in", "was not disabled", enableUser),
        enable: (row) => void act(enableUser, row, "can sign in again", "was not enabled", disableUser),
        signOut: (row) => void act(endSessionsOf, row, "is signed out everywhere", "was not signed out"),
        resetSecond: setResetting,
      }),
    );
  }
  return (
    <section className="relative flex min-h-0 flex-1 flex-col" aria-label={team ? "Team" : "Users and roles"}>
      <PageHead
        title={team ? "Team" : "Users & roles"}
        count={list.total}
        note={team && me.client ? <span className="t-3">{me.client.name}</span> : undefined}
        actions={
          mayManage ? (
            <>
              <Link className="link" to="/users/teams">
                Teams
              </Link>
              <Link className="link" to="/users/invitations">
                Invitations
              </Link>
              {maySetRules ? (
                <Button small onClick={() => setRuling(true)}>
                  Sign-in rules
                </Button>
              ) : null}
              <Button small className="max-md:hidden" onClick={add}>
                New user with a password
              </Button>
            </>
          ) : invitesFor === null ? undefined : (
            <InviteColleague client={invitesFor} />
          )
        }
      />
      {invitesFor === null ? null : <ColleagueInvitations client={invitesFor} />}
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
        {...(mayManage ? { onOpen: (row: UserRow) => state.setOpenId(row.id) } : {})}
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
      {mayManage && state.creating ? <UserDialog user={null} onClose={() => state.setCreating(false)} /> : null}
      {mayManage ? (
        <OpenedById
          id={state.openId}
          rows={list.rows}
          what="user"
          entity="users"
          fetchOne={userById}
          onClose={() => state.setOpenId(null)}
        >
          {(user) => <UserDialog user={user} onClose={() => state.setOpenId(null)} />}
        </OpenedById>
      ) : null}
      {ruling ? <AccessRulesDialog onClose={() => setRuling(false)} /> : null}
      {resetting === null ? null : <ResetSecondStepDialog user={resetting} onClose={() => setResetting(null)} />}
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

type Act = (row: UserRow) => void;

interface Acts {
  edit: Act;
  disable: Act;
  enable: Act;
  signOut: Act;
  resetSecond: Act;
}

function menuColumn(ownId: string, acts: Acts): Column<UserRow> {
  return {
    id: "menu",
    header: "Actions",
    width: 84,
    align: "right",
    cell: (row) => (
      <Menu
        trigger={<IconButton label={`Actions for ${row.name}`} icon={Ellipsis} noTooltip />}
        entries={[
          { label: "Edit", icon: PenLine, onSelect: () => acts.edit(row) },
          {
            label: "Sign out everywhere",
            icon: LogOut,
            disabledReason: row.id === ownId ? "Your own sessions stand on your profile" : undefined,
            onSelect: () => acts.signOut(row),
          },
          ...(row.secondFactor
            ? [{ label: "Turn the second step off", icon: KeyRound, onSelect: () => acts.resetSecond(row) }]
            : []),
          row.active
            ? {
                label: "Disable",
                icon: UserX,
                danger: true,
                disabledReason: row.id === ownId ? "You cannot disable yourself" : undefined,
                onSelect: () => acts.disable(row),
              }
            : { label: "Enable", icon: UserCheck, onSelect: () => acts.enable(row) },
        ]}
      />
    ),
  };
}
