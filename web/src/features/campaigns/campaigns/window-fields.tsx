import { TriangleAlert } from "lucide-react";
import { CheckField } from "@/components/check-field.tsx";
import { TextField } from "@/components/field.tsx";
import { Icon } from "@/components/icon.tsx";
import { DAYS, type WindowsDraft } from "./schedule.ts";

/** Days of the week, and from when to when on each of them. */
export function WindowFields({
  windows,
  error,
  onChange,
}: {
  windows: WindowsDraft;
  error: string | undefined;
  onChange: (windows: WindowsDraft) => void;
}) {
  return (
    <div className="flex flex-col gap-3">
      <fieldset className="campaign-days">
        <legend className="legend">Days</legend>
        {DAYS.map((day, index) => (
          <CheckField
            key={day}
            label={day}
            checked={windows.days[index] === true}
            onChange={(on) => onChange({ ...windows, days: windows.days.map((old, at) => (at === index ? on : old)) })}
          />
        ))}
      </fieldset>
      <div className="campaign-pair">
        <TextField
          label="From"
          type="time"
          required
          value={windows.from}
          onChange={(event) => onChange({ ...windows, from: event.target.value })}
        />
        <TextField
          label="Until"
          type="time"
          required
          value={windows.to}
          onChange={(event) => onChange({ ...windows, to: event.target.value })}
        />
      </div>
      {error === undefined ? null : (
        <p className="error" role="alert">
          <Icon as={TriangleAlert} size="sm" />
          {error}
        </p>
      )}
    </div>
  );
}
