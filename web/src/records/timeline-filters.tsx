import { useQuery } from "@tanstack/react-query";
import { Button } from "@/components/button.tsx";
import { SelectField } from "./timeline-select.tsx";
import { facetsQuery } from "./lookback/queries.ts";
import type { RecordKind } from "./record-kind.ts";
import { EVERYTHING, isEverything, NOBODY, type TimelineWanted } from "./timeline-wanted.ts";

/** What the timeline shows: kinds of activity, one person's doing, a stretch of days. */
export function TimelineFilters({
  kind,
  id,
  wanted,
  onChange,
}: {
  kind: RecordKind;
  id: string;
  wanted: TimelineWanted;
  onChange: (wanted: TimelineWanted) => void;
}) {
  const { data } = useQuery(facetsQuery(kind, id));
  if (data === undefined) return null;
  const kinds = data.kinds.filter((one) => one.count > 0 || wanted.kinds.includes(one.key));
  const toggle = (key: string) =>
    onChange({
      ...wanted,
      kinds: wanted.kinds.includes(key) ? wanted.kinds.filter((one) => one !== key) : [...wanted.kinds, key],
    });
  return (
    <div className="timeline-filters" role="group" aria-label="Show">
      {kinds.length < 2
        ? null
        : kinds.map((one) => (
            <button
              key={one.key}
              type="button"
              className="timeline-chip"
              aria-pressed={wanted.kinds.includes(one.key)}
              onClick={() => toggle(one.key)}
            >
              {one.label} <span className="t-3 num">{one.count}</span>
            </button>
          ))}
      {data.actors.length < 2 ? null : (
        <SelectField
          label="By whom"
          value={wanted.actor}
          onChange={(actor) => onChange({ ...wanted, actor })}
          options={[
            { value: "", label: "By anybody" },
            ...data.actors.map((actor) => ({
              value: actor.id ?? NOBODY,
              label: actor.name ?? "Somebody who left",
            })),
          ]}
        />
      )}
      <DayInput label="From day" value={wanted.from} onChange={(from) => onChange({ ...wanted, from })} />
      <span className="t-3" aria-hidden="true">
        –
      </span>
      <DayInput label="To day" value={wanted.to} onChange={(to) => onChange({ ...wanted, to })} />
      {isEverything(wanted) ? null : (
        <Button small variant="quiet" onClick={() => onChange(EVERYTHING)}>
          Show everything
        </Button>
      )}
    </div>
  );
}

function DayInput({ label, value, onChange }: { label: string; value: string; onChange: (day: string) => void }) {
  return (
    <input
      type="date"
      className="input timeline-day"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
