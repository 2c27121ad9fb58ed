import { ChevronDown } from "lucide-react";
import type { KeyboardEvent } from "react";
import type { Json } from "@/lib/json.ts";
import { Icon } from "@/components/icon.tsx";
import { choiceLabel, type FieldDefinition, kindOf } from "./catalogue.ts";
import { COUNTRIES } from "./countries.ts";
import { SeveralInput } from "./several-input.tsx";
import "@/components/field.css";

interface FieldInputProps {
  definition: FieldDefinition;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  onKeyDown?: (event: KeyboardEvent) => void;
  autoFocus?: boolean;
  bad?: boolean;
  /** What choosing nothing is called. */
  none?: string;
  aria: { id?: string; "aria-label"?: string; "aria-describedby"?: string; "aria-invalid"?: true };
}

/** The bare control of a catalogue field; label and error are the caller's. */
export function FieldInput({
  definition,
  value,
  onChange,
  onBlur,
  onKeyDown,
  autoFocus,
  bad,
  none = "None",
  aria,
}: FieldInputProps) {
  const kind = kindOf(definition);
  if (kind === "multi" && definition.choices.length > 0) {
    const { choices } = definition;
    return (
      <SeveralInput
        options={choices}
        value={value}
        onChange={onChange}
        onBlur={onBlur}
        onKeyDown={onKeyDown}
        autoFocus={autoFocus}
        bad={bad}
        aria={aria}
      />
    );
  }
  const options = optionsOf(definition, value);
  const common = {
    ...aria,
    value,
    onBlur,
    onKeyDown,
    // Focus follows the person's own press of "edit".
    ref: (element: HTMLElement | null) => {
      if (autoFocus && element !== null && !element.dataset.focused) {
        element.dataset.focused = "1";
        element.focus();
        if (element instanceof HTMLInputElement && element.type === "text") element.select();
      }
    },
  };
  if (options !== null) {
    return (
      <span className={`input ${bad ? "bad" : ""}`}>
        <select {...common} onChange={(event) => onChange(event.target.value)}>
          <option value="">{none}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon as={ChevronDown} />
      </span>
    );
  }
  const mono = kind === "email" || kind === "phone" || kind === "domain" || kind === "url";
  return (
    <span className={`input ${bad ? "bad" : ""}`}>
      <input
        {...common}
        type={kind === "date" ? "date" : "text"}
        inputMode={
          kind === "number"
            ? definition.custom
              ? "decimal"
              : "numeric"
            : kind === "email"
              ? "email"
              : kind === "phone"
                ? "tel"
                : undefined
        }
        placeholder={PLACEHOLDER[kind]}
        className={mono ? "mono" : ""}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
    </span>
  );
}

const PLACEHOLDER: Partial<Record<string, string>> = {
  email: "name@example.com",
  domain: "example.com",
  url: "https://example.com",
  money: "EUR 1200000",
  multi: "One; another",
  datetime: "2026-01-31 14:00",
};

function optionsOf(definition: FieldDefinition, value: Json): { value: string; label: string }[] | null {
  const kind = kindOf(definition);
  if (kind === "bool")
    return [
      { value: "true", label: "Yes" },
      { value: "false", label: "No" },
    ];
  if (kind === "country") return COUNTRIES;
  if (definition.options.length === 0 || kind === "multi") return null;
  const known = definition.options.map((option) => ({ value: option, label: choiceLabel(definition, option) }));
  // A value from an import may be outside the list; it stays choosable.
  const current = String(value);
  return current === "" || definition.options.includes(current)
    ? known
    : [{ value: current, label: choiceLabel(definition, current) }, ...known];
}
