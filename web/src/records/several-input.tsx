import { Check } from "lucide-react";
import { type KeyboardEvent, useRef } from "react";
import { Icon } from "@/components/icon.tsx";
import type { FieldDefinition } from "./catalogue.ts";
import "./records.css";

/** Several of the options: each is a button that is pressed or not. `value` is as it is sent, parted by semicolons. */
export function SeveralInput({
  options,
  value,
  onChange,
  onBlur,
  onKeyDown,
  autoFocus,
  bad,
  aria,
}: {
  options: FieldDefinition["choices"];
  value: string;
  onChange: (value: string) => void;
  onBlur?: (() => void) | undefined;
  onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
  autoFocus?: boolean | undefined;
  bad?: boolean | undefined;
  aria: { id?: string; "aria-label"?: string; "aria-describedby"?: string };
}) {
  const box = useRef<HTMLSpanElement>(null);
  const chosen = partsOf(value);
  const offered = options.filter((option) => !option.retired || chosen.includes(option.value));
  const toggle = (one: string) =>
    onChange((chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one]).join("; "));
  return (
    <span {...aria} ref={box} role="group" className={`several ${bad ? "bad" : ""}`}>
      {offered.map((option, index) => {
        const on = chosen.includes(option.value);
        return (
          <button
            key={option.value}
            type="button"
            className={`several-option ${on ? "on" : ""}`}
            aria-pressed={on}
            autoFocus={autoFocus === true && index === 0}
            onClick={() => toggle(option.value)}
            onBlur={(event) => {
              if (!box.current?.contains(event.relatedTarget)) onBlur?.();
            }}
            onKeyDown={(event) => {
              // Enter saves where a form or a cell waits for it; the space bar chooses.
              if (event.key === "Enter" || event.key === "Escape") onKeyDown?.(event);
            }}
          >
            {on ? <Icon as={Check} size="sm" /> : null}
            {option.label}
          </button>
        );
      })}
    </span>
  );
}

export function partsOf(value: string): string[] {
  return value
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
