import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { Button } from "@/components/button.tsx";
import { LoadError } from "@/components/notice.tsx";
import { OutcomeBar } from "@/components/outcome-bar.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { useMe } from "@/features/identity/me/queries.ts";
import { formatCount, formatMoment } from "@/lib/format.ts";
import { sharingName } from "@/records/sharing.ts";
import { MatchProgress } from "./match-progress.tsx";
import { type DomainSet, type Figures, type Report, waysQuery } from "./queries.ts";
import { useAsksForSets } from "./use-asks-for-sets.ts";
import { isAtWork, reachWords, reportHeadline, reportParts, stubsHref } from "./words.ts";
import "@/components/badge.css";
import "@/components/card.css";
import "@/components/result.css";

/** Filters of the list of domains, as they stand in the address. */
export type ItemsWanted = Record<string, string>;

/** What the matching came to: every domain accounted for, every number opening what it counts. Live while it runs. */
export function ReportTab({
  set,
  figures,
  mayCancel,
  stop,
  onAgain,
  onOpen,
}: {
  set: DomainSet;
  figures: UseQueryResult<Figures | null>;
  mayCancel: boolean;
  stop: { run: () => void; busy: boolean; done: boolean };
  /** Begins another matching. */
  onAgain: () => void;
  onOpen: (wanted: ItemsWanted) => void;
}) {
  const atWork = isAtWork(set);
  const ways = useQuery({ ...waysQuery(set.id), refetchInterval: atWork ? 3000 : false }).data;
  const data = figures.data;
  return (
    <div className="scroll bg-well">
      <div className="result-grid">
        {atWork ? (
          <MatchProgress set={set} report={data?.report} mayCancel={mayCancel} stop={stop} onAgain={onAgain} />
        ) : null}
        {figures.isError && !data ? (
          <div className="span">
            <LoadError what="The report" error={figures.error} retry={() => void figures.refetch()} />
          </div>
        ) : null}
        <section className="card hero" aria-label="Match rate">
          {data ? (
            <>
              <h2 className="t-16 semi" data-testid="match-rate">
                {reportHeadline(data.report)}
                {atWork ? " so far" : ""}
              </h2>
              <p className="t-2">{reachWords(data.report, data.contactCount)}. What waits for review does not count.</p>
              <div className="mt-4 mb-1">
                <OutcomeBar
                  // What is not looked at yet is the part of the bar that is still empty.
                  parts={reportParts(data.report, ways).filter(({ status }) => status !== "PENDING")}
                  total={data.report.items}
                />
              </div>
              <Sums report={data.report} ways={ways} onOpen={onOpen} />
            </>
          ) : (
            <Skeleton width="60%" />
          )}
        </section>
        <FileCard set={set} usedBy={data?.usedBy ?? []} />
        {data ? <LookCard set={set} report={data.report} onOpen={onOpen} /> : null}
      </div>
    </div>
  );
}

/** The parts of the report and their sum. */
function Sums({
  report,
  ways,
  onOpen,
}: {
  report: Report;
  ways: Parameters<typeof reportParts>[1];
  onOpen: (wanted: ItemsWanted) => void;
}) {
  const parts = reportParts(report, ways);
  return (
    <div className="outcome-sums" style={{ "--sums": parts.length + 1 } as object}>
      {parts.map(({ id, label, tone, value, meaning, status, via }) => {
        const inner = (
          <>
            <span className="row gap-1.5">
              <i className={`dot ${tone}`} aria-hidden="true" />
              {label}
            </span>
            <b className={`num ${value === 0 ? "t-3" : ""}`} data-testid={`part-${id}`}>
              {formatCount(value)}
            </b>
          </>
        );
        if (value === 0) {
          return (
            <div key={id} title={meaning}>
              {inner}
              <span className="t-12 t-3">none</span>
            </div>
          );
        }
        const wanted: ItemsWanted =
          id === "review"
            ? { tab: "review" }
            : { status: status.toLowerCase(), ...(via === undefined ? {} : { via: via.toLowerCase() }) };
        return (
          <button key={id} type="button" title={meaning} onClick={() => onOpen(wanted)}>
            {inner}
            <span className="link t-12">{id === "review" ? "Review them" : "Open as list"}</span>
          </button>
        );
      })}
      <div className="total">
        <span>Domains</span>
        <b className="num" data-testid="part-total">
          {formatCount(report.items)}
        </b>
        <span className="t-12 t-3">adds up</span>
      </div>
    </div>
  );
}

/** The lines of the file, and what became of them. */
function FileCard({ set, usedBy }: { set: DomainSet; usedBy: Figures["usedBy"] }) {
  const me = useMe();
  const lines = set.items + set.repeated + set.invalid;
  return (
    <section className="card" aria-label="The file">
      <h3 className="card-head t-14 semi">{set.source === "paste" ? "What was pasted" : "The file"}</h3>
      <dl className="kv px-4 pb-4">
        {set.fileName ? <Row term="Name">{<span className="mono">{set.fileName}</span>}</Row> : null}
        <Row term="Lines">
          <span className="num">
            {formatCount(lines)}: {formatCount(set.items)} domains, {formatCount(set.repeated)} repeated,{" "}
            {set.invalid === 0 ? (
              "0 not read"
            ) : (
              <Link className="link" to="?tab=invalid" replace>
                {formatCount(set.invalid)} not read
              </Link>
            )}
          </span>
        </Row>
        <Row term="Taken in">
          {formatMoment(set.createdAt)}
          {set.ownerName ? ` by ${set.ownerName}` : ""}
        </Row>
        <Row term="Matched">{set.matchedAt ? formatMoment(set.matchedAt) : "Not yet"}</Row>
        <Row term="Seen by">{sharingName(set, me)}</Row>
        {set.tags.length === 0 ? null : <Row term="Tags">{set.tags.join(", ")}</Row>}
        <Row term="Unknown ones">{set.stubs ? "Become accounts" : "Stay unknown"}</Row>
        <Row term="Used by">
          <UsedBy usedBy={usedBy} />
        </Row>
      </dl>
    </section>
  );
}

/** The segments that are defined by it; of those that may not be seen only that they are there. */
function UsedBy({ usedBy }: { usedBy: Figures["usedBy"] }) {
  if (usedBy.length === 0) return <span className="t-3">No segment</span>;
  return (
    <ul className="flex flex-col gap-1" aria-label="Used by">
      {usedBy.map(({ id, name, entity }) => (
        <li key={id}>
          {name && entity ? (
            <Link className="link" to={`${entity === "ACCOUNT" ? "/accounts" : "/contacts"}/segments/${id}`}>
              {name}
            </Link>
          ) : (
            "A segment that you may not see"
          )}
        </li>
      ))}
    </ul>
  );
}

function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What somebody has to look at. */
function LookCard({ set, report, onOpen }: { set: DomainSet; report: Report; onOpen: (wanted: ItemsWanted) => void }) {
  const asksAccounts = useAsksForSets("ACCOUNT", report.stubs > 0);
  const nothing = report.fuzzy + report.stubs + report.lookalikes === 0;
  return (
    <section className="card" aria-label="To look at">
      <h3 className="card-head t-14 semi">To look at</h3>
      <div className="card-body flex flex-col gap-3">
        {nothing ? <p className="t-2">Nothing{isAtWork(set) ? " so far" : ""}.</p> : null}
        {report.fuzzy === 0 ? null : (
          <Look
            count={report.fuzzy}
            words="nearly the same as an account"
            action={
              <Button small onClick={() => onOpen({ tab: "review" })}>
                Review
              </Button>
            }
          />
        )}
        {report.lookalikes === 0 ? null : (
          <Look
            count={report.lookalikes}
            words="written with letters that only look like those of another domain"
            action={
              <Button small onClick={() => onOpen({ lookalikes: "1" })}>
                Show
              </Button>
            }
          />
        )}
        {report.stubs === 0 ? null : (
          <Look
            count={report.stubs}
            words="accounts made of unknown companies, still to be named"
            action={
              asksAccounts ? (
                <Link className="btn btn-sm" to={stubsHref(set.id)}>
                  Show
                </Link>
              ) : undefined
            }
          />
        )}
      </div>
    </section>
  );
}

function Look({ count, words, action }: { count: number; words: string; action: ReactNode }) {
  return (
    <div className="row items-start gap-3">
      <span className="grow">
        <b className="num semi">{formatCount(count)}</b> <span className="t-2">{words}</span>
      </span>
      {action}
    </div>
  );
}
