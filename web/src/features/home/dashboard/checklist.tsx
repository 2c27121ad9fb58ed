import { useQuery } from "@tanstack/react-query";
import { Check, X } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import { IconButton } from "@/components/button.tsx";
import { Icon } from "@/components/icon.tsx";
import type { FirstStepsQuery } from "@/gql/graphql.ts";
import { readStored, writeStored } from "@/lib/stored.ts";
import { firstStepsQuery } from "./queries.ts";

type Steps = FirstStepsQuery["firstSteps"];

const STEPS: { id: Exclude<keyof Steps, "__typename">; label: string; to: string }[] = [
  { id: "contact", label: "Add a contact", to: "/contacts?new=1" },
  { id: "import", label: "Import a file", to: "/contacts/imports/new" },
  { id: "account", label: "Add an account", to: "/accounts?new=1" },
  { id: "colleague", label: "Invite a colleague", to: "/users?new=1" },
  { id: "client", label: "Add a client", to: "/clients?new=1" },
];

const SETTING = "checklist.hidden";

/** The first steps, ticked by what people did in this installation: sample data and development logins tick nothing. */
export function Checklist() {
  const [hidden, setHidden] = useState(() => readStored(SETTING, false));
  const steps = useQuery({ ...firstStepsQuery, enabled: !hidden }).data;
  if (hidden || steps === undefined) return null;
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
