import type { LucideIcon } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { Kbd } from "./kbd.tsx";
import { Tooltip } from "./tooltip.tsx";
import "./button.css";

type Variant = "secondary" | "primary" | "quiet" | "danger" | "danger-solid";

interface ButtonProps extends Omit<ComponentProps<"button">, "disabled"> {
  variant?: Variant;
  small?: boolean;
  icon?: LucideIcon;
  /** Printed on the button; registering the shortcut is the page's job. */
  keys?: string;
  /** Shows the spinner and ignores presses, keeping the width. */
  busy?: boolean;
  /** Why it cannot be pressed now. There is no other way to disable a button. */
  disabledReason?: string | undefined;
  children?: ReactNode;
}

export function Button(props: ButtonProps) {
  const {
    variant = "secondary",
    small,
    icon,
    keys,
    busy,
    disabledReason,
    children,
    className,
    onClick,
    ...rest
  } = props;
  const blocked = busy === true || disabledReason !== undefined;
  const button = (
    <button
      type="button"
      {...rest}
      className={`btn ${variant === "secondary" ? "" : `btn-${variant}`} ${small ? "btn-sm" : ""} ${className ?? ""}`}
      aria-disabled={disabledReason === undefined ? undefined : true}
      aria-busy={busy ? true : undefined}
      onClick={blocked ? (event) => event.preventDefault() : onClick}
    >
      {busy ? <span className="spin" /> : icon === undefined ? null : <Icon as={icon} />}
      {children}
      {keys === undefined || busy ? null : <Kbd keys={keys} className="max-md:hidden" />}
    </button>
  );
  return disabledReason === undefined ? button : <Tooltip label={disabledReason}>{button}</Tooltip>;
}

interface IconButtonProps extends Omit<ComponentProps<"button">, "disabled" | "children"> {
  label: string;
  icon: LucideIcon;
  keys?: string;
  variant?: "quiet" | "secondary";
  disabledReason?: string | undefined;
  /** Menus and popovers show their own content on press; a tooltip on top would only be in the way. */
  noTooltip?: boolean;
}

/** A square button whose name is its tooltip. */
export function IconButton(props: IconButtonProps) {
  const { label, icon, keys, variant = "quiet", disabledReason, noTooltip, className, onClick, ...rest } = props;
  const button = (
    <button
      type="button"
      {...rest}
      className={`btn btn-icon ${variant === "quiet" ? "btn-quiet" : "btn-sm"} ${className ?? ""}`}
      aria-label={label}
      aria-disabled={disabledReason === undefined ? undefined : true}
      onClick={disabledReason === undefined ? onClick : undefined}
    >
      <Icon as={icon} />
    </button>
  );
  if (noTooltip) return button;
  return (
    <Tooltip label={disabledReason ?? label} keys={keys}>
      {button}
    </Tooltip>
  );
}
