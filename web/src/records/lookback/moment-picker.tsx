import { ChevronLeft, ChevronRight } from "lucide-react";
import { useId } from "react";
import { IconButton } from "@/components/button.tsx";
import { formatMoment } from "@/lib/format.ts";
import { eventWords, type Moment, type Stop, stopOf, stopWords, toLocalInput } from "./moment.ts";

/** A slider over everything that happened to the record, and a clock for any moment between. */
export function MomentPicker({
  label,
  stops,
  moment,
  onChange,
}: {
  label: string;
  stops: readonly Stop[];
  moment: Moment | null;
  onChange: (moment: Moment | null) => void;
}) {
  const id = useId();
  const at = stopOf(stops, moment);
  const stop = stops[at];
  const [first] = stops;
  const go = (to: number) => {
    const chosen = stops[to];
    onChange(chosen === undefined ? null : { position: chosen.position });
  };
  const shown = moment !== null && "at" in moment ? moment.at : stop?.at;
  return (
    <div className="moment-picker">
      <span className="t-12 med t-3">{label}</span>
      <IconButton
        label="The change before"
        icon={ChevronLeft}
        onClick={() => go(Math.max(0, at - 1))}
        disabledReason={at <= 0 ? "There is nothing before the creation" : undefined}
      />
      <input
        type="range"
        className="moment-slider"
        aria-label={`${label}: change`}
        aria-valuetext={stopWords(stop)}
        min={0}
        max={stops.length}
        step={1}
        value={Math.max(0, at)}
        onChange={(event) => go(Number(event.target.value))}
      />
      <IconButton
        label="The change after"
        icon={ChevronRight}
        onClick={() => go(at + 1)}
        disabledReason={at >= stops.length ? "This is now" : undefined}
      />
      <output className="moment-words" htmlFor={id}>
        {stop === undefined
          ? moment === null
            ? "Now"
            : "Before it was there"
          : `${eventWords(stop.eventType)} · ${formatMoment(stop.at)}`}
      </output>
      <input
        id={id}
        type="datetime-local"
        className="input moment-clock"
        aria-label={`${label}: date and time`}
        value={shown === undefined ? "" : toLocalInput(shown)}
        {...(first === undefined ? {} : { min: toLocalInput(first.at) })}
        onChange={(event) => {
          const chosen = new Date(event.target.value);
          if (!Number.isNaN(chosen.getTime())) onChange({ at: chosen.toISOString() });
        }}
      />
    </div>
  );
}
