import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { type ReactNode, useCallback } from "react";
import { IconButton } from "./button.tsx";
import { goBack, keepTrail, useTrail } from "./go-back.ts";
import "./dialog.css";

/** A modal for making something or, when undo is impossible, for confirming. Esc and the scrim close it. */
export function Dialog({
  open,
  onClose,
  title,
  description,
  children,
  width = 480,
}: {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  children: ReactNode;
  width?: number;
}) {
  const trail = useTrail(open);
  return (
    <Radix.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Radix.Portal>
        <Radix.Overlay className="scrim fixed" />
        <Content width={width} described={description !== undefined} trail={trail}>
          <header className="dialog-head">
            <div className="grow">
              <Radix.Title className="t-16 semi">{title}</Radix.Title>
              {description === undefined ? null : (
                <Radix.Description className="t-2 mt-1">{description}</Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              <IconButton label="Close" icon={X} noTooltip />
            </Radix.Close>
          </header>
          {children}
        </Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Content({
  width,
  described,
  trail,
  children,
}: {
  width: number;
  described: boolean;
  /** Where the focus was when it opened. */
  trail: readonly Element[];
  children: ReactNode;
}) {
  const keep = useCallback((dialog: HTMLDivElement | null) => keepTrail(dialog, trail), [trail]);
  return (
    <Radix.Content
      ref={keep}
      className="dialog"
      style={{ width }}
      {...(described ? {} : { "aria-describedby": undefined })}
      onCloseAutoFocus={(event) => goBack(event, trail)}
    >
      {children}
    </Radix.Content>
  );
}
