import { useQuery } from "@tanstack/react-query";
import { useFilterSetup } from "@/components/filter-builder/setup.ts";
import { narrow } from "@/components/filter-builder/tree.ts";
import { LoadError } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import type { Entity } from "@/gql/graphql.ts";
import { countOf, formatCount } from "@/lib/format.ts";
import type { Json } from "@/lib/json.ts";
import { breakdownQuery, type SegmentChart } from "./queries.ts";
import "@/components/progress.css";

/** How they divide: a chart for each field that people ask first. A bar narrows the filter to its value. */
export function Breakdown({ entity, filter, enabled }: { entity: Entity; filter: Json; enabled: boolean }) {
  const query = useQuery(breakdownQuery(entity, filter, enabled));
  const { fields } = useFilterSetup();
  if (query.isError) {
    return <LoadError what="The breakdown" error={query.error} retry={() => void query.refetch()} />;
  }
  if (query.data === undefined || fields === undefined) {
    return (
      <div className="delayed audience-rows" aria-hidden="true">
        {[40, 90, 70, 50, 40, 80].map((width, index) => (
          <Skeleton key={index} width={`${width}%`} />
        ))}
      </div>
    );
  }
  const { count, charts } = query.data;
  return (
    <div
      className={`flex flex-col gap-4 ${query.isPlaceholderData ? "opacity-60" : ""}`}
      data-testid="audience-breakdown"
    >
      {charts.map((chart) => (
        <Chart key={chart.field} chart={chart} count={count} />
      ))}
    </div>
  );
}

function Chart({ chart, count }: { chart: SegmentChart; count: number }) {
  const { fieldOf, nameOf, draft } = useFilterSetup();
  const field = fieldOf(chart.field);
  const title = field?.label ?? chart.field;
  const add =
    field === undefined
      ? undefined
      : (op: string, value?: string) => draft.change((root) => narrow(root, { field: chart.field, op, value }));
  return (
    <section aria-label={title}>
      <h2 className="semi mb-1">{title}</h2>
      <ul>
        {chart.groups.map((group) => {
          const name = field === undefined ? group.value : (nameOf(field, group.value) ?? group.value);
          const narrowed = add === undefined ? undefined : () => add("equals", group.value);
          return <Bar key={group.value} name={name} part={group.count} count={count} onNarrow={narrowed} />;
        })}
        {chart.others > 0 ? (
          <Bar name={countOf(chart.otherValues, "other", "others")} part={chart.others} count={count} quiet />
        ) : null}
        {chart.none > 0 ? (
          <Bar
            name="Not known"
            part={chart.none}
            count={count}
            quiet
            onNarrow={add === undefined ? undefined : () => add("is_empty")}
          />
        ) : null}
      </ul>
    </section>
  );
}

/** `quiet`: not one of the values. The number stands beside the bar, so the bar itself is for the eye alone. */
function Bar({
  name,
  part,
  count,
  quiet,
  onNarrow,
}: {
  name: string;
  part: number;
  count: number;
  quiet?: boolean;
  onNarrow?: (() => void) | undefined;
}) {
  // To ask for what holds of all would change nothing; it stays a button, so that focus stays where it was.
  const all = part === count;
  const inside = (
    <>
      <span className="clip" title={name}>
        {name}
      </span>
      <span className={`bar ${quiet ? "quiet" : ""}`} aria-hidden="true">
        <span style={{ width: `${count === 0 ? 0 : (part / count) * 100}%` }} />
      </span>
      <span className="num">{formatCount(part)}</span>
    </>
  );
  return (
    <li>
      {onNarrow === undefined ? (
        <span className="audience-bar">{inside}</span>
      ) : (
        <button
          type="button"
          className="audience-bar"
          aria-label={`${name}: ${formatCount(part)} of ${formatCount(count)}. ${all ? "All of them" : "Narrow to these"}`}
          aria-disabled={all || undefined}
          onClick={all ? undefined : onNarrow}
        >
          {inside}
        </button>
      )}
    </li>
  );
}
