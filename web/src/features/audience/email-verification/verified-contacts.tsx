import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { EmailVerificationOutcome } from "@/gql/graphql.ts";
import { OutcomeLists, OutcomeTable } from "@/records/contact-runs/outcome-lists.tsx";
import { type EmailVerification, verifiedContactsQuery } from "./queries.ts";
import { OUTCOMES } from "./words.ts";

/** The contacts by what was found out. */
export function VerifiedContacts({ one }: { one: EmailVerification }) {
  return (
    <OutcomeLists
      counts={one.counts}
      outcomes={OUTCOMES}
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
  one: EmailVerification;
  outcome: EmailVerificationOutcome;
  label: string;
  total: number;
}) {
  const query = useInfiniteQuery(verifiedContactsQuery(one.id, outcome, one.finishedAt ?? ""));
  const because = (rows: { message?: string | null }[]) => rows.some((row) => row.message);
  return (
    <OutcomeTable
      query={query}
      label={label}
      total={total}
      heads={(rows) => (because(rows) ? ["Contact", "Email", "Why"] : ["Contact", "Email"])}
      row={(row, rows) => (
        <>
          <td>
            <Link className="med hover:underline" to={`/contacts/${row.contactId}?tab=history`}>
              {row.name ?? row.email ?? "A contact without a name"}
            </Link>
          </td>
          <td>{row.email ? <span className="mono">{row.email}</span> : <span className="t-3">—</span>}</td>
          {because(rows) ? <td className="t-2">{row.message}</td> : null}
        </>
      )}
    />
  );
}
