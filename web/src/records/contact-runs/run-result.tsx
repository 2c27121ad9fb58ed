import { Check, CircleSlash, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "@/components/icon.tsx";
import { Notice } from "@/components/notice.tsx";
import { OutcomeBar } from "@/components/outcome-bar.tsx";
import { Wizard } from "@/components/wizard.tsx";
import { formatCount, formatMoment } from "@/lib/format.ts";
import { OutcomeSums } from "./outcome-sums.tsx";
import { type ContactRun, overOf, partsOf, type RunCounts, type RunOutcome, totalOf } from "./run.ts";
import "@/components/card.css";
import "@/components/result.css";

const LOOKS = {
  COMPLETED: { icon: Check, tone: "success" },
  CANCELLED: { icon: CircleSlash, tone: "warning" },
  FAILED: { icon: TriangleAlert, tone: "danger" },
  ASKED: { icon: Check, tone: "neutral" },
  RUNNING: { icon: Check, tone: "neutral" },
} as const;

/** The lasting end of a run: every contact accounted for, every number opening what it counts. */
export function RunResult<Field extends string>({
  one,
  title,
  failed,
  cameTo,
  outcomes,
  always,
  children,
}: {
  one: ContactRun & { counts: RunCounts & Record<Field, number> };
  title: string;
  /** "The verification ended early". */
  failed: string;
  cameTo: string;
  outcomes: readonly RunOutcome<string, Field>[];
  /** Outcomes that are shown even when there are none of them. */
  always: readonly string[];
  /** The cards below: the contacts, what was asked, the details. */
  children: ReactNode;
}) {
  const look = LOOKS[one.state];
  return (
    <Wizard title={title} sub={one.createdBy ? `By ${one.createdBy}` : ""} steps={[]} current={0}>
      <div className="scroll bg-well">
        <div className="result-grid">
          {one.state === "FAILED" ? (
            <div className="span">
              <Notice tone="danger" title={failed}>
                {one.error ?? "Something went wrong while it ran."} What was found out before stays.
              </Notice>
            </div>
          ) : null}
          <section className="card hero" aria-label="Result">
            <div className="row gap-3 max-md:flex-wrap">
              <span className={`ok-mark ${look.tone}`}>
                <Icon as={look.icon} size="lg" />
              </span>
              <div className="grow">
                <h2 className="t-16 semi" data-testid="result-title">
                  {cameTo}
                </h2>
                <p className="t-2">
                  {one.finishedAt ? `Ended ${formatMoment(one.finishedAt)}` : "Ended"}. This page stays.
                </p>
              </div>
            </div>
            <div className="mt-4 mb-1">
              <OutcomeBar parts={partsOf(outcomes, one.counts)} total={totalOf(one.counts)} />
            </div>
            <OutcomeSums counts={one.counts} outcomes={outcomes} always={always} over={overOf(one)} />
          </section>
          {children}
        </div>
      </div>
    </Wizard>
  );
}

/** What the outcomes are made of, the most frequent first. */
export function RunDetails({ title, label, rows }: { title: string; label: string; rows: readonly RunDetail[] }) {
  if (rows.length === 0) return null;
  return (
    <section className="card" aria-label={label}>
      <h3 className="card-head t-14 semi">{title}</h3>
      <dl className="kv px-4 pb-4">
        {rows.map((row) => (
          <div key={row.code} className="contents">
            <dt>{row.words}</dt>
            <dd className="num">{formatCount(row.count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export interface RunDetail {
  code: string;
  words: string;
  count: number;
}
