import { ChevronDown, TriangleAlert } from "lucide-react";
import { type ComponentProps, type ReactNode, useId } from "react";
import { Icon } from "./icon.tsx";
import "./field.css";

interface FrameProps {
  label: string;
  required?: boolean | undefined;
  hint?: ReactNode;
  /** A sentence with the field, the value and the way out. */
  error?: string | undefined;
}

/** Label above, control, then the hint or the error. `children` gets the ids that tie them together. */
export function Field({
  label,
  required,
  hint,
  error,
  children,
}: FrameProps & { children: (aria: { id: string; "aria-describedby"?: string; "aria-invalid"?: true }) => ReactNode }) {
  const id = useId();
  const noteId = `${id}-note`;
  const hasNote = error !== undefined || hint !== undefined;
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {required ? (
          <span className="req" aria-hidden="true">
            *
          </span>
        ) : null}
      </label>
      {children({
        id,
        ...(hasNote ? { "aria-describedby": noteId } : {}),
        ...(error === undefined ? {} : { "aria-invalid": true as const }),
      })}
      {error !== undefined ? (
        <span className="error" id={noteId}>
          <Icon as={TriangleAlert} size="sm" />
          {error}
        </span>
      ) : hint !== undefined ? (
        <span className="hint" id={noteId}>
          {hint}
        </span>
      ) : null}
    </div>
  );
}

export function TextField({
  label,
  required,
  hint,
  error,
  mono,
  trailing,
  ...input
}: FrameProps & Omit<ComponentProps<"input">, "required"> & { mono?: boolean; trailing?: ReactNode }) {
  return (
    <Field label={label} required={required} hint={hint} error={error}>
      {(aria) => (
        <span className={`input ${error === undefined ? "" : "bad"}`}>
          <input
            autoComplete="off"
            spellCheck={false}
            {...input}
            {...aria}
            aria-required={required}
            className={mono ? "mono" : ""}
          />
          {trailing}
        </span>
      )}
    </Field>
  );
}

export function TextAreaField({
  label,
  required,
  hint,
  error,
  ...input
}: FrameProps & Omit<ComponentProps<"textarea">, "required">) {
  return (
    <Field label={label} required={required} hint={hint} error={error}>
      {(aria) => (
        <span className={`input area ${error === undefined ? "" : "bad"}`}>
          <textarea rows={3} {...input} {...aria} aria-required={required} />
        </span>
      )}
    </Field>
  );
}

export interface Option {
  value: string;
  label: string;
}

/** A native select: the best list there is on phones and for screen readers, for up to a few dozen options. */
export function SelectField({
  label,
  required,
  hint,
  error,
  options,
  placeholder,
  ...select
}: FrameProps & Omit<ComponentProps<"select">, "required"> & { options: readonly Option[]; placeholder?: string }) {
  return (
    <Field label={label} required={required} hint={hint} error={error}>
      {(aria) => (
        <span className={`input ${error === undefined ? "" : "bad"}`}>
          <select {...select} {...aria} aria-required={required}>
            {placeholder === undefined ? null : <option value="">{placeholder}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon as={ChevronDown} />
        </span>
      )}
    </Field>
  );
}
