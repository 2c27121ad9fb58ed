import { useSearchParams } from "react-router";
import { formatCount, sentence } from "@/lib/format.ts";
import { type RunCounts, type RunOutcome, type RunOver, totalOf } from "./run.ts";
import "@/components/result.css";

/** The outcomes and their sum. Each opens its list below. */
export function OutcomeSums<Field extends string>({
  counts,
  outcomes,
  always,
  over,
}: {
  counts: RunCounts & Record<Field, number>;
  outcomes: readonly RunOutcome<string, Field>[];
  /** Shown even when there are none of them. */
  always: readonly string[];
  over: RunOver;
}) {
  const [, setParams] = useSearchParams();
  const shown = outcomes.filter(({ id, field }) => counts[field] > 0 || always.includes(id));
  return (
    <div className="outcome-sums" style={{ "--sums": shown.length + 1 } as object}>
      {shown.map(({ id, field, label, tone, meaning }) => {
        const value = counts[field];
        const inner = (
          <>
            <span className="row gap-1.5">
              <i className={`dot ${tone}`} aria-hidden="true" />
              {label}
            </span>
            <b className={`num ${value === 0 ? "t-3" : ""}`} data-testid={`outcome-${id.toLowerCase()}`}>
              {formatCount(value)}
            </b>
          </>
        );
        if (value === 0 || id === "NOT_RUN") {
          return (
            <div key={id} title={meaning}>
              {inner}
              <span className="t-12 t-3">{value === 0 ? "none" : "as they were"}</span>
            </div>
          );
        }
        return (
          <button
            key={id}
            type="button"
            title={meaning}
            onClick={() => {
              setParams({ show: id.toLowerCase() }, { replace: true });
              document.getElementById("contacts")?.scrollIntoView({ block: "nearest" });
            }}
          >
            {inner}
            <span className="link t-12">Open as list</span>
          </button>
        );
      })}
      <div className="total">
        <span>{sentence(over)}</span>
        <b className="num" data-testid="outcome-total">
          {formatCount(totalOf(counts))}
        </b>
        <span className="t-12 t-3">adds up</span>
      </div>
    </div>
  );
}
