import { Check, Minus } from "lucide-react";
import { Icon } from "./icon.tsx";
import "./field.css";

/** A drawn checkbox over a native one. `mixed` is for table heads. */
export function Checkbox({
  checked,
  mixed,
  label,
  onChange,
  tabIndex,
}: {
  checked: boolean;
  mixed?: boolean;
  label: string;
  onChange: (checked: boolean, shift: boolean) => void;
  tabIndex?: number;
}) {
  return (
    <label className="checkbox">
      <input
        type="checkbox"
        className="sr"
        aria-label={label}
        checked={checked}
        tabIndex={tabIndex}
        ref={(input) => {
          if (input !== null) input.indeterminate = mixed === true;
        }}
        onChange={(event) => onChange(event.target.checked, (event.nativeEvent as MouseEvent).shiftKey)}
      />
      <span className={`check ${mixed ? "mixed" : checked ? "on" : ""}`} aria-hidden="true">
        <Icon as={mixed ? Minus : Check} />
      </span>
    </label>
  );
}
