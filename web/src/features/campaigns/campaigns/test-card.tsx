import { useQuery } from "@tanstack/react-query";
import { Trophy } from "lucide-react";
import { Badge } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { LoadError } from "@/components/notice.tsx";
import { ScrollRegion } from "@/components/scroll-region.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { countOf, formatCount, formatPercent } from "@/lib/format.ts";
import type { Campaign } from "./queries.ts";
import { testQuery, type TestResult, type TestVariant } from "./test-queries.ts";
import { chanceWords, DID, rangeWords, restWords, timeWords } from "./test-words.ts";
import { METRICS } from "./words.ts";
import "@/components/data-table/table.css";

/** How the variants of its test stand, how sure that is, and what comes of it for whoever waits. */
export function TestCard({ campaign, onChoose }: { campaign: Campaign; onChoose: () => void }) {
  const mayLaunch = useMay("CAMPAIGNS_LAUNCH");
  const { id, state, content } = campaign;
  const query = useQuery(testQuery(id, state === "RUNNING"));
  if (!content?.test || query.data === null) return null;
  const { test } = content;
  const result = query.data;
  const undecided = (state === "RUNNING" || state === "PAUSED") && result !== undefined && !result.winner;
  return (
    <Card
      title="Test of variants"
      sub={`winner by ${METRICS[test.metric].toLowerCase()}, on ${test.sharePercent}% of the audience`}
      aside={
        mayLaunch && undecided ? (
          <Button small icon={Trophy} data-testid="winner-choose" onClick={onChoose}>
            Choose the winner
          </Button>
        ) : undefined
      }
      flush
    >
      {result === undefined ? (
        <div className="card-body">
          {query.isError ? (
            <LoadError what="The test" error={query.error} retry={() => void query.refetch()} />
          ) : (
            <Skeleton width="60%" />
          )}
        </div>
      ) : (
        <div data-testid="test-result">
          <Standings result={result} content={content} />
          <div className="card-body flex flex-col gap-1 pt-3">
            <p>
              <b className="semi">{result.words}</b> {timeWords(result)}
            </p>
            {undecided || result.winner ? <p className="t-2">{restWords(test, result)}</p> : null}
            <p className="t-12 t-3">
              Compared by a {result.test}, at 95%; each variant has to reach{" "}
              {countOf(result.minimum, "person", "people")} first.
              {result.beingJudged > 0
                ? ` ${countOf(result.beingJudged, "open or click is", "opens and clicks are")} being judged and count for nothing until then.`
                : ""}
            </p>
          </div>
        </div>
      )}
    </Card>
  );
}

function Standings({ result, content }: { result: TestResult; content: NonNullable<Campaign["content"]> }) {
  // All on one scale, so that they can be held against each other by eye.
  const most = Math.max(1, ...result.variants.map(({ highPercent }) => highPercent));
  const called = (key: string) => {
    const variant = content.variants.find((one) => one.key === key);
    return variant?.subject ?? variant?.templateName ?? "";
  };
  return (
    <ScrollRegion label="Test of variants">
      <table className="dt flush min-w-200" aria-label="Test of variants">
        <thead>
          <tr>
            <th scope="col">Variant</th>
            <th scope="col" className="r w-24">
              Reached
            </th>
            <th scope="col" className="r w-24">
              {DID[result.metric]}
            </th>
            <th scope="col" className="r w-24">
              Share
            </th>
            <th scope="col" className="w-72">
              True share, 19 times in 20
            </th>
            <th scope="col" className="r w-24">
              p-value
            </th>
          </tr>
        </thead>
        <tbody>
          {result.variants.map((variant) => (
            <tr key={variant.key}>
              <th scope="row" title={called(variant.key)}>
                <Badge>{variant.key}</Badge>{" "}
                {result.winner === variant.key ? <Badge tone="success">Winner</Badge> : null} {called(variant.key)}
              </th>
              <td className="r num">{formatCount(variant.reached)}</td>
              <td className="r num">{formatCount(variant.successes)}</td>
              <td className="r num">{variant.reached === 0 ? "—" : formatPercent(variant.percent / 100)}</td>
              <td>
                <Interval variant={variant} most={most} />
              </td>
              <td className="r num">{chanceWords(variant.p)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

const WIDTH = 120;

/** Where the true share lies, drawn; the words beside it say the same. */
function Interval({ variant, most }: { variant: TestVariant; most: number }) {
  if (variant.reached === 0) return <span className="t-3">Reached nobody yet</span>;
  const at = (percent: number) => (percent / most) * WIDTH;
  return (
    <span className="row gap-2">
      <svg width={WIDTH} height={12} viewBox={`0 0 ${WIDTH} 12`} aria-hidden="true" className="shrink-0">
        <line x1={0} x2={WIDTH} y1={6} y2={6} stroke="var(--line)" />
        <line
          x1={at(variant.lowPercent)}
          x2={at(variant.highPercent)}
          y1={6}
          y2={6}
          stroke="var(--text-3)"
          strokeWidth={3}
        />
        <circle cx={at(variant.percent)} cy={6} r={4} fill="var(--chart-1)" />
      </svg>
      <span className="t-12 t-2 num">{rangeWords(variant)}</span>
    </span>
  );
}
