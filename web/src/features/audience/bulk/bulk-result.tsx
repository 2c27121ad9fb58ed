import { Check, CircleSlash, TriangleAlert, Undo2 } from "lucide-react";
import { Link, useSearchParams } from "react-router";
import { Button } from "@/components/button.tsx";
import { Icon } from "@/components/icon.tsx";
import { Notice } from "@/components/notice.tsx";
import { OutcomeBar } from "@/components/outcome-bar.tsx";
import { Wizard } from "@/components/wizard.tsx";
import { formatCount, formatMoment } from "@/lib/format.ts";
import { secondsBetween, secondsWords } from "@/records/pace.ts";
import { Undone } from "@/records/undo/undone.tsx";
import { About, whoWords } from "./about.tsx";
import { BulkRecords } from "./bulk-records.tsx";
import { cameTo, OUTCOMES, partsOf } from "./bulk-state.ts";
import type { Bulk } from "./queries.ts";
import { undoableBulk, undoRunOf } from "./undo-queries.ts";
import "@/components/card.css";
import "@/components/result.css";

/** The lasting end of a bulk change: every record accounted for, every number opening what it counts. */
export function BulkResult({ one }: { one: Bulk }) {
  const undo = undoRunOf(one.undo, one.entity);
  const changed = one.counts.changed > 0;
  return (
    <Wizard title={one.action.title} sub={whoWords(one)} steps={[]} current={0}>
      <div className="scroll bg-well">
        <div className="result-grid">
          {one.state === "FAILED" ? (
            <div className="span">
              <Notice tone="danger" title="The bulk change ended early">
                {one.error ?? "Something went wrong while it ran."} What was changed before stays so
                {one.mayUndo ? ", and can be undone" : ""}.
              </Notice>
            </div>
          ) : null}
          <section className="card hero" aria-label="Result">
            <Headline one={one} undone={undo !== null} changed={changed} />
            <div className="mt-4 mb-1">
              <OutcomeBar parts={partsOf(one.counts)} total={one.counts.selected} />
            </div>
            <Sums one={one} />
          </section>
          {undo === null ? null : (
            <Undone work={undoableBulk(one.id, one.action.kind)} undo={undo} to={`/bulk/${one.id}/undo`} />
          )}
          <BulkRecords one={one} />
          <About one={one} />
        </div>
      </div>
    </Wizard>
  );
}

function Headline({ one, undone, changed }: { one: Bulk; undone: boolean; changed: boolean }) {
  const look =
    one.state === "COMPLETED"
      ? { icon: Check, tone: changed || one.counts.refused === 0 ? "success" : "warning" }
      : one.state === "CANCELLED"
        ? { icon: CircleSlash, tone: "warning" }
        : one.state === "UNDONE"
          ? { icon: Undo2, tone: "neutral" }
          : { icon: TriangleAlert, tone: "danger" };
  const seconds = secondsBetween(one.createdAt, one.finishedAt);
  const took = seconds === null || !changed ? "" : ` in ${secondsWords(seconds)}`;
  return (
    <div className="row gap-3 max-md:flex-wrap">
      <span className={`ok-mark ${look.tone}`}>
        <Icon as={look.icon} size="lg" />
      </span>
      <div className="grow">
        <h2 className="t-16 semi" data-testid="result-title">
          {one.state === "UNDONE" ? "Undone" : `${cameTo(one)}${took}`}
        </h2>
        <p className="t-2">
          {one.finishedAt ? `Ended ${formatMoment(one.finishedAt)}` : "Ended"}
          {one.createdBy ? ` by ${one.createdBy}` : ""}. This page stays.
        </p>
      </div>
      {one.mayUndo ? (
        <Link className="btn btn-danger" to={`/bulk/${one.id}/undo`}>
          <Icon as={Undo2} />
          {undone ? "Undo the rest" : "Undo"}
        </Link>
      ) : changed && !undone ? (
        <Button variant="danger" icon={Undo2} disabledReason={one.whyNotUndo ?? "It cannot be undone now"}>
          Undo
        </Button>
      ) : null}
    </div>
  );
}

/** The outcomes and their sum. Each opens its list below. */
function Sums({ one }: { one: Bulk }) {
  const [, setParams] = useSearchParams();
  const { counts } = one;
  const sum = OUTCOMES.reduce((total, { field }) => total + counts[field], 0);
  return (
    <div className="outcome-sums" style={{ "--sums": OUTCOMES.length + 1 } as object}>
      {OUTCOMES.map(({ id, field, label, tone, meaning }) => {
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
              document.getElementById("records")?.scrollIntoView({ block: "nearest" });
            }}
          >
            {inner}
            <span className="link t-12">{id === "REFUSED" ? "See why" : "Open as list"}</span>
          </button>
        );
      })}
      <div className="total">
        <span>Selected</span>
        <b className="num" data-testid="outcome-selected">
          {formatCount(counts.selected)}
        </b>
        <span className="t-12 t-3">{sum === counts.selected ? "adds up" : "being counted"}</span>
      </div>
    </div>
  );
}
