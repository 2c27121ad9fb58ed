import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { Card } from "@/components/card.tsx";
import { LoadError } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { countOf, formatCount, formatGivenDay } from "@/lib/format.ts";
import { scaleOf } from "@/lib/scale.ts";
import { SelectField } from "@/records/timeline-select.tsx";
import { historyOf, pathThrough, type SegmentHistory, utcDay } from "./history.ts";
import { daysQuery, type Segment, type SegmentDay } from "./queries.ts";
import { daysAgo, nounsOf } from "./words.ts";
import "@/components/chart.css";
import "@/components/data-table/table.css";

const RANGES = [
  { value: "30", label: "Last 30 days" },
  { value: "90", label: "Last 90 days" },
  { value: "365", label: "Last 12 months" },
];

/** How many were in it, day by day. */
export function HistoryCard({ segment }: { segment: Segment }) {
  const [params, setParams] = useSearchParams();
  const range = RANGES.find(({ value }) => value === params.get("days"))?.value ?? "90";
  // Before it was made there was nothing to count.
  const from = [utcDay(daysAgo(Number(range))), utcDay(new Date(segment.createdAt))].toSorted().at(-1) ?? "";
  const to = utcDay(daysAgo(0));
  const query = useQuery(daysQuery(segment, from, to));
  const choose = (days: string) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        next.set("days", days);
        return next;
      },
      { replace: true },
    );
  return (
    <Card
      title="Members over time"
      aside={<SelectField label="Stretch of time" value={range} options={RANGES} onChange={choose} />}
    >
      {query.isError ? (
        <LoadError what="The history" error={query.error} retry={() => void query.refetch()} />
      ) : query.isPending ? (
        <div className="delayed h-48">
          <Skeleton width="80%" />
        </div>
      ) : (
        <Chart segment={segment} days={query.data} from={from} to={to} />
      )}
    </Card>
  );
}

const WIDTH = 600;
const HEIGHT = 140;

function Chart({ segment, days, from, to }: { segment: Segment; days: SegmentDay[]; from: string; to: string }) {
  const { nouns } = nounsOf(segment.entity);
  const history = historyOf(days, from, to, segment.members);
  const scale = scaleOf(history.most);
  const said = words(history, nouns);
  const line = pathThrough({ ...history, most: scale }, WIDTH, HEIGHT);
  return (
    <>
      <p className="t-2">{said}</p>
      <div className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
        <span className="t-12 t-3 num flex flex-col justify-between text-right" aria-hidden="true">
          <span>{formatCount(scale)}</span>
          <span>0</span>
        </span>
        <svg
          className="chart"
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          height={HEIGHT}
          preserveAspectRatio="none"
          role="img"
          aria-label={said}
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
          <path d={`${line}V${HEIGHT}H0Z`} fill="var(--chart-1)" opacity={0.1} />
          <path d={line} fill="none" stroke="var(--chart-1)" strokeWidth={1.75} vectorEffect="non-scaling-stroke" />
        </svg>
        <span />
        <span className="t-12 t-3 row" aria-hidden="true">
          <span>{formatGivenDay(from)}</span>
          <span className="push">Today</span>
        </span>
      </div>
      {days.length === 0 ? null : <Days days={days} />}
    </>
  );
}

function words({ start, end, entered, left }: SegmentHistory, nouns: string): string {
  if (entered === 0 && left === 0) return `${formatCount(end)} throughout: nobody entered or left.`;
  return `From ${formatCount(start)} to ${countOf(end, nouns.slice(0, -1), nouns)}: ${formatCount(entered)} entered, ${formatCount(left)} left.`;
}

/** The same in numbers, newest first. */
function Days({ days }: { days: SegmentDay[] }) {
  return (
    <details className="mt-3">
      <summary className="link t-12">Day by day</summary>
      <div className="mt-2 max-h-64 overflow-auto">
        <table className="dt flush" aria-label="Members day by day">
          <thead>
            <tr>
              <th scope="col">Day (UTC)</th>
              <th scope="col" className="r">
                Members
              </th>
              <th scope="col" className="r">
                Entered
              </th>
              <th scope="col" className="r">
                Left
              </th>
            </tr>
          </thead>
          <tbody>
            {days.toReversed().map(({ day, members, entered, left }) => (
              <tr key={day}>
                <td>{formatGivenDay(day)}</td>
                <td className="num r">{formatCount(members)}</td>
                <td className="num r">{formatCount(entered)}</td>
                <td className="num r">{formatCount(left)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
