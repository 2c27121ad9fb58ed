import { Popover } from "radix-ui";
import type { ReactNode } from "react";
import { focusValue } from "./condition-editor.tsx";

/** Where a condition is edited: beside its chip or row, with the focus in its value. */
export function FilterPopover({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Popover.Portal>
      <Popover.Content
        className="menu fb-menu"
        align="start"
        sideOffset={6}
        collisionPadding={8}
        onOpenAutoFocus={focusValue}
        aria-label={label}
      >
        {children}
      </Popover.Content>
    </Popover.Portal>
  );
}
