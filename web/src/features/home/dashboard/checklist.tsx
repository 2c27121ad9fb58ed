import { Check, X } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import { IconButton } from "@/components/button.tsx";
import { Icon } from "@/components/icon.tsx";
import { useGrants } from "@/features/identity/me/queries.ts";
import type { DashboardCountsQuery, DashboardPeopleQuery } from "@/gql/graphql.ts";
import { may } from "@/lib/permissions.ts";
import { readStored, writeStored } from "@/lib/stored.ts";

interface Step {
  label: string;
  to: string;
  permission: string;
  /** null while the data that decides is loading. */
  done: boolean | null;
}

const SETTING = "checklist.hidden";

/** The first steps, ticked by what the database holds and by nothing else. */
export function Checklist({
  counts,
  people,
}: {
  counts: DashboardCountsQuery | undefined;
  people: DashboardPeopleQuery | undefined;
}) {
  const grants = useGrants();
  const [hidden, setHidden] = useState(() => readStored(SETTING, false));
  const more = (value: number | undefined, than: number) => (value === undefined ? null : value > than);
  const steps: Step[] = [
    {
      label: "Add a contact",
      to: "/contacts?new=1",
      permission: "CONTACTS_EDIT",
      done: more(counts?.contacts?.totalCount, 0),
    },
    {
      label: "Import a file",
      to: "/contacts/imports/new",
      permission: "IMPORTS_RUN",
      done: more(counts?.imports?.totalCount, 0),
    },
    {
      label: "Add an account",
      to: "/accounts?new=1",
      permission: "ACCOUNTS_EDIT",
      done: more(counts?.accounts?.totalCount, 0),
    },
    // The viewer is a user already.
    {
      label: "Invite your team",
      to: "/users?new=1",
      permission: "USERS_MANAGE",
      done: more(people?.users?.totalCount, 1),
    },
    {
      label: "Add a client",
      to: "/clients?new=1",
      permission: "CLIENTS_MANAGE",
      done: more(people?.clients?.totalCount, 0),
    },
  ];
  const mine = steps.filter((step) => may(grants, step.permission));
  const done = mine.filter((step) => step.done).length;
  if (hidden || mine.length === 0 || mine.some((step) => step.done === null)) return null;
  return (
    <section className="start" aria-label="Getting started">
      <h2 className="t-13 med">Getting started</h2>
      <ol>
        {mine.map((step) => (
          <li key={step.label} className={step.done ? "done" : ""}>
            <span className="tick">{step.done ? <Icon as={Check} /> : null}</span>
            {step.done ? (
              <span>
                {step.label}
                <span className="sr">, done</span>
              </span>
            ) : (
              <Link to={step.to}>{step.label}</Link>
            )}
          </li>
        ))}
      </ol>
      <span className="t-3 num ml-auto whitespace-nowrap">
        {done} of {mine.length}
      </span>
      <IconButton
        label="Hide"
        icon={X}
        onClick={() => {
          writeStored(SETTING, true);
          setHidden(true);
        }}
      />
    </section>
  );
}
