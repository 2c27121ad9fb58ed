import { ChevronDown } from "lucide-react";
import type { EngagementAsked } from "@/lib/filter-json.ts";
import type { Json } from "@/lib/json.ts";
import { Checkbox } from "../checkbox.tsx";
import { Icon } from "../icon.tsx";
import { readCount } from "./days.ts";
import { DEEDS, isMachines, type Window, windowOf, withCampaigns, withDeed, withWindow } from "./engagement.ts";
import { EngagementCampaigns } from "./engagement-campaigns.tsx";
import { useFilterSetup } from "./setup.ts";
import { type Engagement, replace } from "./tree.ts";
import { DayEditor } from "./value-days.tsx";
import { textOf } from "./values.ts";
import "../field.css";

/** What happened, how often and when; every change counts at once. */
export function EngagementEditor({ engagement, onDone }: { engagement: Engagement; onDone: () => void }) {
  const { draft } = useFilterSetup();
  const { asked, not } = engagement;
  const mistakes = draft.mistakes.get(engagement.id);
  const put = (next: Partial<Engagement>, typing = false) =>
    draft.change((root) => replace(root, engagement.id, () => ({ ...engagement, ...next })), typing);
  const ask = (next: EngagementAsked, typing = false) => put({ asked: next }, typing);
  const window = windowOf(asked);
  return (
    <div className="fb-value fb-engagement">
      <div className="seg" role="group" aria-label="Whether it happened">
        {(["Happened", "Did not happen"] as const).map((label) => (
          <button
            key={label}
            type="button"
            className={(label === "Happened") === not ? "" : "on"}
            aria-pressed={(label === "Happened") !== not}
            onClick={() => put({ not: label !== "Happened" })}
          >
            {label}
          </button>
        ))}
      </div>
      <Choice
        label="What happened"
        autoFocus
        value={textOf(asked.did)}
        options={DEEDS.map(({ did, label }) => [did, label])}
        onChange={(did) => ask(withDeed(asked, did))}
      />
      <Count
        label="At least"
        unit="times"
        value={asked.at_least}
        onChange={(least) => ask({ ...asked, at_least: least }, true)}
        onDone={onDone}
      />
      <Choice
        label="When"
        value={window}
        options={[
          ["ever", "At any time"],
          ["days", "In the last … days"],
          ["dates", "Between two days"],
        ]}
        onChange={(next) => ask(withWindow(asked, next as Window))}
      />
      {window === "days" ? (
        <Count
          label="In the last"
          unit="days"
          value={asked.within_days}
          onChange={(days) => ask({ ...asked, within_days: days }, true)}
          onDone={onDone}
        />
      ) : null}
      {window === "dates"
        ? (["from", "to"] as const).map((end) => (
            <DayEditor
              key={end}
              label={end === "from" ? "From" : "To"}
              value={asked[end] ?? undefined}
              onChange={(day, typing) => ask({ ...asked, [end]: day ?? "" }, typing)}
              onDone={onDone}
            />
          ))
        : null}
      <EngagementCampaigns
        value={asked.campaign}
        onChange={(campaigns) => ask(withCampaigns(asked, campaigns))}
        onDone={onDone}
      />
      {isMachines(asked.did) ? (
        <span className="option">
          <Checkbox
            label="Count what programs did, too"
            checked={asked.machines === true}
            onChange={(on) => ask({ ...asked, machines: on })}
          />
          <span aria-hidden>Count what programs did, too</span>
        </span>
      ) : null}
      {mistakes === undefined ? null : (
        <p className="fb-note c-danger" role="alert">
          {mistakes.join(" ")}
        </p>
      )}
    </div>
  );
}

function Choice({
  label,
  value,
  options,
  onChange,
  autoFocus = false,
}: {
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  autoFocus?: boolean;
  onChange: (value: string) => void;
}) {
  return (
    <span className="input">
      <select aria-label={label} autoFocus={autoFocus} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
      <Icon as={ChevronDown} />
    </span>
  );
}

/** A whole number. What is none, the API refuses. */
function Count({
  label,
  unit,
  value,
  onChange,
  onDone,
}: {
  label: string;
  unit: string;
  value: Json | undefined;
  onChange: (value: string | number) => void;
  onDone: () => void;
}) {
  return (
    <span className="input">
      <span className="t-3 flex-none">{label}</span>
      <input
        type="text"
        inputMode="numeric"
        className="mono"
        aria-label={`${label}, ${unit}`}
        autoComplete="off"
        value={value === undefined || value === null ? "" : textOf(value)}
        onFocus={(event) => event.target.select()}
        onChange={(event) => onChange(readCount(event.target.value) ?? "")}
        onKeyDown={(event) => {
          if (event.key === "Enter") onDone();
        }}
      />
      <span className="t-3">{unit}</span>
    </span>
  );
}
