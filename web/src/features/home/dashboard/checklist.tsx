import { useQuery } from "@tanstack/react-query";
import { Check, X } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import { IconButton } from "@/components/button.tsx";
import { Icon } from "@/components/icon.tsx";
import { savedViewsQuery } from "@/features/audience/saved-views/queries.ts";
import { useMay, useMe } from "@/features/identity/me/queries.ts";
import type { FirstStepsQuery } from "@/gql/graphql.ts";
import { readStored, writeStored } from "@/lib/stored.ts";
import { firstStepsQuery } from "./queries.ts";

/** What the server knows was done, and what is read beside it. */
type Steps = Omit<FirstStepsQuery["firstSteps"], "__typename"> & { view: boolean | null };

const STEPS: { id: keyof Steps; label: string; to: string }[] = [
  { id: "contact", label: "Add a contact", to: "/contacts?new=1" },
  { id: "import", label: "Import a file", to: "/contacts/imports/new" },
  { id: "view", label: "Save a view", to: "/contacts" },
  { id: "account", label: "Add an account", to: "/accounts?new=1" },
  { id: "colleague", label: "Invite a colleague", to: "/users/invitations?new=1" },
  { id: "client", label: "Add a client", to: "/clients?new=1" },
];

const SETTING = "checklist.hidden";

/** The first steps, ticked by what people did in this installation: sample data and development logins tick nothing. */
export function Checklist() {
  const [hidden, setHidden] = useState(() => readStored(SETTING, false));
  const me = useMe();
  const maySave = useMay("CONTACTS_VIEW");
  const first = useQuery({ ...firstStepsQuery, enabled: !hidden }).data;
  const contactViews = useQuery({ ...savedViewsQuery("CONTACT"), enabled: !hidden && maySave }).data;
  const accountViews = useQuery({ ...savedViewsQuery("ACCOUNT"), enabled: !hidden && maySave }).data;
  if (hidden || first === undefined) return null;
  const own = [contactViews, accountViews].map((views) => views?.some(({ ownerId }) => ownerId === me.id));
  // Nothing is ticked before it is known.
  const view = !maySave || own.includes(undefined) ? null : own.includes(true);
  const steps: Steps = { ...first, view };
  // null: not a step of this role.
  const mine = STEPS.filter((step) => typeof steps[step.id] === "boolean");
  const done = mine.filter((step) => steps[step.id]).length;
  if (mine.length === 0 || done === mine.length) return null;
  return (
    <section className="start" aria-label="Getting started">
      <h2 className="t-13 med">Getting started</h2>
      <ol>
        {mine.map((step) => (
          <li key={step.id} className={steps[step.id] ? "done" : ""}>
            <span className="tick">{steps[step.id] ? <Icon as={Check} /> : null}</span>
            {steps[step.id] ? (
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
