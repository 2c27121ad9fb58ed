import { TriangleAlert } from "lucide-react";
import { useId } from "react";
import { Icon } from "./icon.tsx";
import "./field.css";
import "./radio-group.css";

export interface RadioOption {
  value: string;
  label: string;
  hint?: string | undefined;
  /** Why it cannot be chosen; it stays in sight and says so. */
  disabledReason?: string | undefined;
}

/** One of a few choices that each deserve a line. */
export function RadioGroup({
  label,
  options,
  value,
  onChange,
  error,
}: {
  label: string;
  options: readonly RadioOption[];
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
}) {
  const name = useId();
  return (
    <fieldset className="field radios" aria-describedby={error === undefined ? undefined : `${name}-error`}>
      <legend className="legend">{label}</legend>
      {options.map((option) => {
        const note = option.disabledReason ?? option.hint;
        const noteId = `${name}-${option.value}`;
        return (
          <label key={option.value} className={option.disabledReason === undefined ? "" : "off"}>
            <input
              type="radio"
              className="sr"
              name={name}
              checked={option.value === value}
              disabled={option.disabledReason !== undefined}
              aria-describedby={note === undefined ? undefined : noteId}
              aria-label={option.label}
              onChange={() => onChange(option.value)}
            />
            <span className={`radio ${option.value === value ? "on" : ""}`} aria-hidden="true" />
            <span>
              {option.label}
              {note === undefined ? null : (
                <span className="hint" id={noteId}>
                  {note}
                </span>
              )}
            </span>
          </label>
        );
      })}
      {error === undefined ? null : (
        <span className="error" id={`${name}-error`} role="alert">
          <Icon as={TriangleAlert} size="sm" />
          {error}
        </span>
      )}
    </fieldset>
  );
}
