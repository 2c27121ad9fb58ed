import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { Icon } from "../icon.tsx";
import { type Day, DAY_KINDS, type DayKind, readCount, readDay, writeDay } from "./days.ts";
import type { EditorProps } from "./value-editor.tsx";
import { textOf } from "./values.ts";
import "../field.css";

/** A date, today, or so many days away from it. */
export function DayEditor({ value, onChange, onDone, label, autoFocus }: Omit<EditorProps, "field" | "op">) {
  const [day, setDay] = useState<Day>(() => readDay(value));
  const change = (next: Day, typing: boolean) => {
    setDay(next);
    onChange(writeDay(next), typing);
  };
  const finish = (event: { key: string }) => {
    if (event.key === "Enter") onDone();
  };
  return (
    <div className="row">
      <span className="input w-36 flex-none">
        <select
          aria-label={`${label}, how it is given`}
          value={day.kind}
          autoFocus={autoFocus}
          onChange={(event) => {
            const kind = event.target.value as DayKind;
            const counted = kind === "ago" || kind === "ahead";
            const keeps = counted && (day.kind === "ago" || day.kind === "ahead");
            change({ kind, text: keeps ? day.text : counted ? "30" : "" }, false);
          }}
        >
          {DAY_KINDS.map((kind) => (
            <option key={kind.value} value={kind.value}>
              {kind.label}
            </option>
          ))}
        </select>
        <Icon as={ChevronDown} />
      </span>
      {day.kind === "today" ? null : day.kind === "date" ? (
        <span className="input">
          <input
            type="date"
            aria-label={label}
            // A moment, as a link may hold, is shown by its day.
            value={day.text.slice(0, 10)}
            onChange={(event) => change({ kind: "date", text: event.target.value }, true)}
            onKeyDown={finish}
          />
        </span>
      ) : (
        <CountInput
          label={`${label}, days`}
          text={day.text}
          onChange={(text) => change({ ...day, text }, true)}
          onDone={onDone}
        />
      )}
    </div>
  );
}

/** Whole days before or after today, and today. */
export function DaysEditor({ value, onChange, onDone, label, autoFocus }: EditorProps) {
  const [text, setText] = useState(textOf(value));
  const change = (next: string, typing: boolean) => {
    setText(next);
    onChange(readCount(next), typing);
  };
  return (
    <div className="flex flex-col gap-2">
      <CountInput
        label={`${label}, days`}
        text={text}
        autoFocus={autoFocus ?? false}
        onChange={(next) => change(next, true)}
        onDone={onDone}
      />
      <div className="seg" role="group" aria-label="Usual spans">
        {["7", "30", "90", "365"].map((days) => (
          <button
            key={days}
            type="button"
            className={days === text ? "on" : ""}
            aria-pressed={days === text}
            onClick={() => change(days, false)}
          >
            {days}
          </button>
        ))}
      </div>
    </div>
  );
}

function CountInput({
  label,
  text,
  onChange,
  onDone,
  autoFocus = false,
}: {
  label: string;
  text: string;
  onChange: (text: string) => void;
  onDone: () => void;
  autoFocus?: boolean;
}) {
  return (
    <span className="input">
      <input
        type="text"
        inputMode="numeric"
        className="mono"
        aria-label={label}
        autoComplete="off"
        autoFocus={autoFocus}
        value={text}
        onFocus={(event) => event.target.select()}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") onDone();
        }}
      />
      <span className="t-3">days</span>
    </span>
  );
}
