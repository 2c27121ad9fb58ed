import { useId } from "react";
import "./field.css";

export interface RadioOption<TValue extends string> {
  value: TValue;
  label: string;
  hint?: string;
}

/** One of a few, all in sight. Native radios under drawn ones, so that arrow keys work as everywhere. */
export function RadioField<TValue extends string>({
  label,
  name,
  options,
  value,
  onChange,
}: {
  label: string;
  name: string;
  options: readonly RadioOption<TValue>[];
  value: TValue;
  onChange: (value: TValue) => void;
}) {
  const group = useId();
  return (
    <fieldset className="field">
      <legend className="legend">{label}</legend>
      <div className="flex flex-col gap-1">
        {options.map((option) => (
          <label key={option.value} className="radio-option">
            <input
              type="radio"
              className="sr"
              name={`${group}-${name}`}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span className={`radio ${option.value === value ? "on" : ""}`} aria-hidden="true" />
            <span>{option.label}</span>
            {option.hint === undefined ? null : <span className="t-3 t-12">{option.hint}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
