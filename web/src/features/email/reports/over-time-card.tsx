import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { Card } from "@/components/card.tsx";
import { LoadError } from "@/components/notice.tsx";
import { ScrollRegion } from "@/components/scroll-region.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { formatCount, formatGivenDay, formatMoment } from "@/lib/format.ts";
import { scaleOf } from "@/lib/scale.ts";
import { SelectField } from "@/records/timeline-select.tsx";
import { type Bucket, isSeries, lineOf, type OverTime, overTime, peakOf, SERIES, type Series } from "./over-time.ts";
import { reportQuery } from "./queries.ts";
import "@/components/chart.css";
import "@/components/data-table/table.css";

/** How sends went, and what came of them beside it. */
export function OverTimeCard({ campaignId, live }: { campaignId: string; live: boolean }) {
  const [params, setParams] = useSearchParams();
  const asked = params.get("beside");
  const series: Series = isSeries(asked) ? asked : "opened";
  const query = useQuery(reportQuery(campaignId, "HOUR", live));
  const told = query.data ? overTime(query.data.rows, series) : null;
  const choose = (value: string) => {
    const next = new URLSearchParams(params);
    if (value === "opened") next.delete("beside");
    else next.set("beside", value);
    setParams(next, { replace: true });
  };
  return (
    <Card
      title="Over time"
      aside={
        <SelectField
          label="Beside what was sent"
          value={series}
          options={Object.entries(SERIES).map(([value, label]) => ({ value, label }))}
          onChange={choose}
        />
      }
    >
      {query.isPending ? (
        <Skeleton width="60%" />
      ) : query.isError && query.data === undefined ? (
        <LoadError what="How it went over time" error={query.error} retry={() => void query.refetch()} />
      ) : told === null ? (
        <p className="t-2">Nothing was sent yet.</p>
      ) : (
        <Chart told={told} series={series} />
      )}
    </Card>
  );
}

const WIDTH = 600;
const HEIGHT = 140;

function Chart({ told: { unit, buckets }, series }: { told: OverTime; series: Series }) {
  const when = ({ at }: Bucket) => {
    const iso = new Date(at).toISOString();
    return unit === "hour" ? formatMoment(iso) : formatGivenDay(iso);
  };
  const sent = buckets.map((bucket) => bucket.sent);
  const beside = buckets.map((bucket) => bucket.beside);
  const top = scaleOf(Math.max(...sent, ...beside));
  const line = (values: number[]) => lineOf(values, top, WIDTH, HEIGHT);
  const said = (["sent", "beside"] as const).map((of) => {
    const peak = peakOf(buckets, of);
    const word = of === "sent" ? "sent" : SERIES[series].toLowerCase();
    return peak === undefined
      ? `none was ${word} yet`
      : `most were ${word} ${unit === "hour" ? "from" : "on"} ${when(peak)} (${formatCount(peak[of])})`;
  });
  const words = `By the ${unit}: ${said.join("; ")}.`;
  const [first, last] = [buckets[0], buckets.at(-1)];
  return (
    <div data-testid="over-time">
      <p className="t-2">{words}</p>
      <p className="legend-row mt-2" aria-hidden="true">
        <span>
          <i className="key line" style={{ background: "var(--chart-1)" }} />
          Sent
        </span>
        <span>
          <i className="key line" style={{ background: "var(--chart-2)" }} />
          {SERIES[series]}
        </span>
      </p>
      <div className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
        <span className="t-12 t-3 num flex flex-col justify-between text-right" aria-hidden="true">
          <span>{formatCount(top)}</span>
          <span>0</span>
        </span>
        <svg
          className="chart"
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          height={HEIGHT}
          preserveAspectRatio="none"
          role="img"
          aria-label={words}
        >
          {[0, 0.5, 1].map((part) => (
            <line
              key={part}
              className={part === 1 ? "axis" : "grid"}
              x1={0}
              x2={WIDTH}
              y1={part * HEIGHT}
              y2={part * HEIGHT}
              vectorEffect="non-scaling-stroke"
            />
          ))}
          <path d={`${line(sent)}V${HEIGHT}H0Z`} fill="var(--chart-1)" opacity={0.1} />
          <path
            d={line(sent)}
            fill="none"
            stroke="var(--chart-1)"
            strokeWidth={1.75}
            vectorEffect="non-scaling-stroke"
          />
          <path
            d={line(beside)}
            fill="none"
            stroke="var(--chart-2)"
            strokeWidth={1.75}
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        <span />
        <span className="t-12 t-3 row" aria-hidden="true">
          <span>{first ? when(first) : ""}</span>
          <span className="push">{last && last !== first ? when(last) : ""}</span>
        </span>
      </div>
      <details className="mt-3">
        <summary className="link t-12">The same in numbers</summary>
        <ScrollRegion label="Over time in numbers" className="mt-2 max-h-64 overflow-auto">
          <table className="dt flush" aria-label="Over time in numbers">
            <thead>
              <tr>
                <th scope="col">{unit === "hour" ? "Hour" : "Day (UTC)"}</th>
                <th scope="col" className="r">
                  Sent
                </th>
                <th scope="col" className="r">
                  {SERIES[series]}
                </th>
              </tr>
            </thead>
            <tbody>
              {buckets.map((bucket) => (
                <tr key={bucket.at}>
                  <th scope="row">{when(bucket)}</th>
                  <td className="r num">{formatCount(bucket.sent)}</td>
                  <td className="r num">{formatCount(bucket.beside)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </details>
    </div>
  );
}
