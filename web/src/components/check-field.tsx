import { Check } from "lucide-react";
import { type ReactNode, useId } from "react";
import { Icon } from "./icon.tsx";
import "./field.css";
import "./check-field.css";

/** Yes or no, with its words beside it: a press on them is a press on the box. */
export function CheckField({
  label,
  hint,
  checked,
  onChange,
  disabledReason,
  ...rest
}: {
  label: string;
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** Why it cannot be changed; it stays in sight and says so. */
  disabledReason?: string | undefined;
  "data-testid"?: string;
}) {
  const id = useId();
  const note = disabledReason ?? hint;
  return (
    <label className={`check-field ${disabledReason === undefined ? "" : "off"}`} {...rest}>
      <input
        type="checkbox"
        className="sr"
        aria-label={label}
        aria-describedby={note === undefined ? undefined : id}
        checked={checked}
        disabled={disabledReason !== undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className={`check ${checked ? "on" : ""}`} aria-hidden="true">
        <Icon as={Check} />
      </span>
      <span className="min-w-0">
        {label}
        {note === undefined ? null : (
          <span className="hint block" id={id}>
            {note}
          </span>
        )}
      </span>
    </label>
  );
}
