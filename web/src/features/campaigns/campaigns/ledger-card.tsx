import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Card } from "@/components/card.tsx";
import { LoadError } from "@/components/notice.tsx";
import { OutcomeBar, type OutcomePart } from "@/components/outcome-bar.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { type Ledger, ledgerQuery, type Pace } from "@/features/email/sending/queries.ts";
import type { EmailLedgerState } from "@/gql/graphql.ts";
import { formatCount } from "@/lib/format.ts";
import { LEDGER, LEDGER_STATES, reasonsOf, recipientsPath } from "@/records/email-sending/ledger-words.ts";

/** How many there are of each. */
const COUNTS: Record<EmailLedgerState, (ledger: Ledger) => number> = {
  SENT: (ledger) => ledger.sent,
  PENDING: (ledger) => ledger.pending,
  EXCLUDED: (ledger) => ledger.excluded,
  FAILED: (ledger) => ledger.failed,
  UNKNOWN: (ledger) => ledger.unknown,
};

/** What became of everybody in the audience: the parts add up, and each leads to its recipients. */
export function LedgerCard({ campaignId, pace }: { campaignId: string; pace: Pace }) {
  const query = useQuery(ledgerQuery(campaignId, pace));
  const ledger = query.data;
  if (ledger === undefined || ledger === null) {
    return (
      <Card title="Ledger">
        {query.isError ? (
          <LoadError what="The ledger" error={query.error} retry={() => void query.refetch()} />
        ) : query.isPending ? (
          <Skeleton width="80%" />
        ) : (
          <p className="t-2">Its audience is not taken yet.</p>
        )}
      </Card>
    );
  }
  const parts: OutcomePart[] = LEDGER_STATES.map((state) => ({
    label: LEDGER[state].label,
    // A dot may be hollow; a part of a bar is not.
    tone: state === "PENDING" ? "neutral" : (LEDGER[state].tone as OutcomePart["tone"]),
    value: COUNTS[state](ledger),
  }));
  const told = (["EXCLUDED", "FAILED", "UNKNOWN"] as const).flatMap((state) =>
    reasonsOf(ledger.reasons, state).map((one) => ({ ...one, state })),
  );
  return (
    <Card title="Ledger" sub="everybody has exactly one outcome">
      <div className="flex flex-col gap-4" data-testid="ledger">
        <OutcomeBar parts={parts} total={ledger.audience} />
        <dl className="campaign-sum">
          {LEDGER_STATES.map((state) => (
            <Part key={state} campaignId={campaignId} state={state} count={COUNTS[state](ledger)} />
          ))}
          <div>
            <dt>Audience</dt>
            <dd data-testid="ledger-audience">
              <Link to={recipientsPath(campaignId)}>{formatCount(ledger.audience)}</Link>
            </dd>
          </div>
        </dl>
        {ledger.handingOver === 0 ? null : (
          <p className="t-12 t-3">
            {formatCount(ledger.handingOver)} of those that wait are being handed over right now.
          </p>
        )}
        {told.length === 0 ? null : (
          <ul className="campaign-reasons" aria-label="Why">
            {told.map(({ state, reason, label, count }) => (
              <li key={`${state} ${reason}`}>
                <Link className="link" to={recipientsPath(campaignId, state, reason)}>
                  {LEDGER[state].label}: {label}
                </Link>
                <span className="num">{formatCount(count)}</span>
              </li>
            ))}
          </ul>
        )}
        {ledger.balanced ? null : (
          <p className="t-12 c-warning" role="alert">
            The parts do not add up to the audience at this moment. If it stays so, tell an admin: the System page can
            check it.
          </p>
        )}
      </div>
    </Card>
  );
}

function Part({ campaignId, state, count }: { campaignId: string; state: EmailLedgerState; count: number }) {
  const { label, tone } = LEDGER[state];
  return (
    <div>
      <dt>
        <span className={`dot ${tone}`} aria-hidden="true" />
        {label}
      </dt>
      <dd data-testid={`ledger-${state}`}>
        {count === 0 ? "0" : <Link to={recipientsPath(campaignId, state)}>{formatCount(count)}</Link>}
      </dd>
    </div>
  );
}
