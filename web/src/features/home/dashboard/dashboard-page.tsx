import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { PageHead } from "@/components/page-head.tsx";
import { LoadError } from "@/components/notice.tsx";
import { useGrants, useMe } from "@/features/identity/me/queries.ts";
import { requestsWaitingQuery } from "@/features/suppression/requests/queries.ts";
import { countOf, formatCount, formatToday } from "@/lib/format.ts";
import { may } from "@/lib/permissions.ts";
import { Checklist } from "./checklist.tsx";
import { ClientDesk } from "./client-desk.tsx";
import { MyTasks } from "./my-tasks.tsx";
import { countsQuery, peopleQuery } from "./queries.ts";
import { RecentContacts } from "./recent-contacts.tsx";
import { SampleData } from "./sample-data.tsx";
import "./dashboard.css";

function greeting(): string {
  const hour = new Date().getHours();
  if (hour < 12) return "Good morning";
  return hour < 18 ? "Good afternoon" : "Good evening";
}

export default function DashboardPage() {
  const me = useMe();
  const [first] = me.name.split(" ");
  return (
    <div className="scroll bg-well">
      <PageHead title={`${greeting()}, ${first}`} note={<span className="t-3 max-md:hidden">{formatToday()}</span>} />
      {me.role === "CLIENT_USER" ? <ClientDesk /> : <StaffDesk />}
    </div>
  );
}

function StaffDesk() {
  const me = useMe();
  const grants = useGrants();
  const allowed = {
    contacts: may(grants, "CONTACTS_VIEW"),
    accounts: may(grants, "ACCOUNTS_VIEW"),
    users: may(grants, "USERS_VIEW"),
    clients: may(grants, "CLIENTS_VIEW"),
    tasks: may(grants, "TASKS_VIEW"),
    requests: may(grants, "PRIVACY_REQUESTS"),
  };
  const counts = useQuery(countsQuery({ contacts: allowed.contacts, accounts: allowed.accounts }));
  const people = useQuery(peopleQuery({ users: allowed.users, clients: allowed.clients }));
  const waiting = useQuery({ ...requestsWaitingQuery, enabled: allowed.requests }).data;
  const recent = counts.data?.recent?.totalCount;
  return (
    <div className="dashboard">
      {allowed.accounts ? <Checklist /> : null}
      {counts.isError ? <LoadError what="The counts" error={counts.error} retry={() => void counts.refetch()} /> : null}
      <section className="tiles" aria-label="Key figures">
        {allowed.contacts ? (
          <Tile
            to="/contacts"
            label="Contacts"
            value={counts.data?.contacts?.totalCount}
            note={recent === undefined ? "" : `${formatCount(recent)} new in 7 days`}
          />
        ) : null}
        {allowed.accounts ? (
          <Tile to="/accounts" label="Accounts" value={counts.data?.accounts?.totalCount} note="Companies you know" />
        ) : null}
        {allowed.clients ? (
          <Tile
            to="/clients"
            label="Clients"
            value={people.data?.clients?.totalCount}
            note="Organisations that order"
          />
        ) : null}
        {allowed.users ? (
          <Tile to="/users" label="People" value={people.data?.users?.totalCount} note="Who may sign in" />
        ) : null}
        {allowed.requests ? (
          <Tile
            to="/compliance/requests"
            label="Requests due"
            value={waiting === undefined ? undefined : waiting.soon + waiting.overdue}
            note={
              waiting !== undefined && waiting.overdue > 0 ? `${formatCount(waiting.overdue)} overdue` : "Within 7 days"
            }
          />
        ) : null}
      </section>
      <div className="dashboard-columns">
        {allowed.contacts ? <RecentContacts /> : null}
        <div className="flex flex-col gap-3">
          {allowed.tasks ? <MyTasks /> : null}
          {me.role === "ADMIN" ? <SampleData /> : null}
        </div>
      </div>
    </div>
  );
}

/** A number that opens its records. It keeps its place while it loads. */
function Tile({ to, label, value, note }: { to: string; label: string; value: number | undefined; note: string }) {
  return (
    <Link className="tile" to={to} aria-label={value === undefined ? label : countOf(value, label, label)}>
      <span className="tile-label">{label}</span>
      <b>{value === undefined ? <span className="t-3">…</span> : formatCount(value)}</b>
      <span className="tile-note">{note}&nbsp;</span>
    </Link>
  );
}
