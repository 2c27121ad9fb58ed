import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { PhoneLookupOutcome } from "@/gql/graphql.ts";
import { OutcomeLists, OutcomeTable } from "@/records/contact-runs/outcome-lists.tsx";
import { overOf } from "@/records/contact-runs/run.ts";
import { lookedUpContactsQuery, type PhoneLookup } from "./queries.ts";
import { OUTCOMES } from "./words.ts";

/** The contacts, or accounts, by what was found out. */
export function LookedUpContacts({ one }: { one: PhoneLookup }) {
  return (
    <OutcomeLists
      counts={one.counts}
      outcomes={OUTCOMES}
      over={overOf(one)}
      list={(outcome, label, total) => <List one={one} outcome={outcome} label={label} total={total} />}
    />
  );
}

function List({
  one,
  outcome,
  label,
  total,
}: {
  one: PhoneLookup;
  outcome: PhoneLookupOutcome;
  label: string;
  total: number;
}) {
  const query = useInfiniteQuery(lookedUpContactsQuery(one.id, outcome, one.finishedAt ?? ""));
  const noun = overOf(one) === "accounts" ? "Account" : "Contact";
  const carried = (rows: { lineLabel?: string | null }[]) => rows.some((row) => row.lineLabel);
  return (
    <OutcomeTable
      query={query}
      label={label}
      total={total}
      over={overOf(one)}
      heads={(rows) => [noun, "Phone", ...(carried(rows) ? ["Line and carrier"] : [])]}
      row={(row, rows) => (
        <>
          <td>
            <Link
              className="med hover:underline"
              to={row.accountId ? `/accounts/${row.accountId}?tab=history` : `/contacts/${row.contactId}?tab=history`}
            >
              {row.name ?? row.phone ?? `${row.accountId ? "An account" : "A contact"} without a name`}
            </Link>
          </td>
          <td>{row.phone ? <span className="mono">{row.phone}</span> : <span className="t-3">—</span>}</td>
          {carried(rows) ? (
            <td className="t-2">{[row.lineLabel, row.carrier].filter((part) => part).join(", ")}</td>
          ) : null}
        </>
      )}
    />
  );
}
