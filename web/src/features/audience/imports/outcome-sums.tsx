import { Link } from "react-router";
import { formatCount } from "@/lib/format.ts";
import { OUTCOMES, outcomeHref } from "@/records/import-outcomes.ts";
import type { Import } from "./queries.ts";
import "@/components/badge.css";

/** The seven outcomes and their sum. Once the run has ended each number opens its contacts, or the file of the rest. */
export function OutcomeSums({ one, links, onRejects }: { one: Import; links?: boolean; onRejects?: () => void }) {
  const { outcomes } = one;
  const sum = OUTCOMES.reduce((total, { field }) => total + outcomes[field], 0);
  return (
    <div className="outcome-sums">
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
        if (!links || value === 0 || (!outcome.records && outcome.id !== "rejected")) {
          return (
            <div key={outcome.id} title={outcome.meaning}>
              {inner}
              {links ? <span className="t-12 t-3">{value === 0 ? "none" : "never written"}</span> : null}
            </div>
          );
        }
        return outcome.records ? (
          <Link key={outcome.id} to={outcomeHref(one.id, outcome)} title={outcome.meaning}>
            {inner}
            <span className="link t-12">Open as list</span>
          </Link>
        ) : (
          <button key={outcome.id} type="button" title={outcome.meaning} onClick={onRejects}>
            {inner}
            <span className="link t-12">Reasons as file</span>
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
