import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { useMay } from "@/features/identity/me/queries.ts";
import type { ImportContactsQuery } from "@/gql/graphql.ts";
import { countOf, formatCount } from "@/lib/format.ts";
import { type Outcome, OUTCOMES, outcomeHref } from "@/records/import-outcomes.ts";
import { type Import, importContactsQuery } from "./queries.ts";
import "@/components/badge.css";
import "@/components/result.css";

type Contacts = Omit<NonNullable<NonNullable<ImportContactsQuery["import"]>["contacts"]>, "__typename">;

/** The seven outcomes and their sum, in rows. Once the run has ended each says how many contacts those are, and opens them. */
export function OutcomeSums({ one, links = false }: { one: Import; links?: boolean }) {
  const ofAccounts = one.kind === "ACCOUNTS";
  // The list of accounts knows the import, not what became of each row.
  const mayOpen = useMay("CONTACTS_VIEW") && links && !ofAccounts;
  const contacts = useQuery({ ...importContactsQuery(one.id), enabled: mayOpen }).data;
  const { outcomes } = one;
  const meaningOf = ({ meaning }: Outcome) =>
    ofAccounts ? meaning.replaceAll("contact", "account").replaceAll("Contact", "Account") : meaning;
  const sum = OUTCOMES.reduce((total, { field }) => total + outcomes[field], 0);
  return (
    <div className="outcome-sums many">
      {OUTCOMES.map((outcome) => {
        const value = outcomes[outcome.field];
        const inner = (
          <>
            <span className="row gap-1.5">
              <i className={`dot ${outcome.tone}`} aria-hidden="true" />
              {outcome.label}
            </span>
            <b className={`num ${value === 0 ? "t-3" : ""}`} data-testid={`outcome-${outcome.id}`}>
              {formatCount(value)}
            </b>
          </>
        );
        const opens = outcome.id === "rejected" ? links : mayOpen && outcome.records;
        if (value === 0 || !opens) {
          return (
            <div key={outcome.id} title={meaningOf(outcome)}>
              {inner}
              {links ? <span className="t-12 t-3">{value === 0 ? "none" : "rows"}</span> : null}
            </div>
          );
        }
        return outcome.records ? (
          <Link key={outcome.id} to={outcomeHref(one.id, outcome)} title={meaningOf(outcome)}>
            {inner}
            <span className="link t-12">{behind(outcome, contacts)}</span>
          </Link>
        ) : (
          <button
            key={outcome.id}
            type="button"
            title={meaningOf(outcome)}
            onClick={() => document.getElementById("problems")?.scrollIntoView({ behavior: "smooth" })}
          >
            {inner}
            <span className="link t-12">rows, see why</span>
          </button>
        );
      })}
      <div className="total">
        <span>{links ? "Rows read" : "Rows so far"}</span>
        <b className="num" data-testid="outcome-read">
          {formatCount(outcomes.read)}
        </b>
        <span className="t-12 t-3">{sum === outcomes.read ? "adds up" : "being counted"}</span>
      </div>
    </div>
  );
}

/** "rows, 255 contacts": the number above counts rows, the list behind it contacts. */
function behind({ field }: Outcome, contacts: Contacts | null | undefined): string {
  if (contacts === null || contacts === undefined) return "rows, open";
  return field in contacts ? `rows, ${countOf(contacts[field as keyof Contacts], "contact", "contacts")}` : "rows";
}
