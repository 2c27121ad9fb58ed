import type { LucideIcon } from "lucide-react";
import { Check } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import { type ReactNode, useState } from "react";
import { Icon } from "./icon.tsx";
import { Kbd } from "./kbd.tsx";
import "./menu.css";

export type MenuEntry =
  | {
      kind?: "item";
      label: string;
      icon?: LucideIcon;
      keys?: string;
      danger?: boolean;
      /** Shown under the label; the item stays visible but cannot be chosen. */
      disabledReason?: string | undefined;
      onSelect: () => void;
    }
  /** `closes`: one of them is chosen, so the menu has done its work. */
  | { kind: "choice"; label: string; checked: boolean; closes?: boolean; onSelect: () => void }
  | { kind: "heading"; label: string }
  | { kind: "separator" };

export function Menu({
  trigger,
  entries,
  align = "end",
  side = "bottom",
}: {
  trigger: ReactNode;
  entries: MenuEntry[];
  align?: "start" | "end";
  side?: "top" | "bottom" | "right";
}) {
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null);
  return (
    // Modal, it would hide the page with the trigger that still has its place in the order of Tab.
    <Radix.Root modal={false}>
      <Radix.Trigger asChild ref={setAnchor}>
        {trigger}
      </Radix.Trigger>
      <Radix.Portal container={landmarkOf(anchor)}>
        <Radix.Content className="menu min-w-44" align={align} side={side} sideOffset={6} collisionPadding={8}>
          {entries.map((entry, index) => (
            <Entry key={entry.kind === "separator" ? `separator ${index}` : entry.label} entry={entry} />
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** What the trigger belongs to: at the end of the body the menu would be outside of every landmark, or of an open dialog. */
function landmarkOf(anchor: HTMLElement | null): HTMLElement | null {
  return anchor?.closest<HTMLElement>('[role="dialog"], aside, main') ?? null;
}

function Entry({ entry }: { entry: MenuEntry }) {
  if (entry.kind === "separator") return <Radix.Separator className="my-1 h-px bg-line-faint" />;
  if (entry.kind === "heading") return <Radix.Label className="t-12 t-3 px-2 pt-2 pb-1">{entry.label}</Radix.Label>;
  if (entry.kind === "choice") {
    return (
      <Radix.CheckboxItem
        className="menu-item"
        checked={entry.checked}
        onSelect={(event) => {
          if (!entry.closes) event.preventDefault();
          entry.onSelect();
        }}
      >
        <span className="flex w-4 flex-none">{entry.checked ? <Icon as={Check} /> : null}</span>
        {entry.label}
      </Radix.CheckboxItem>
    );
  }
  return (
    <Radix.Item
      className={`menu-item ${entry.danger ? "c-danger" : ""}`}
      disabled={entry.disabledReason !== undefined}
      onSelect={entry.onSelect}
    >
      {entry.icon === undefined ? null : <Icon as={entry.icon} />}
      <span className="min-w-0">
        {entry.label}
        {entry.disabledReason === undefined ? null : <span className="t-12 t-3 block">{entry.disabledReason}</span>}
      </span>
      {entry.keys === undefined ? null : <Kbd keys={entry.keys} className="ml-auto pl-4" />}
    </Radix.Item>
  );
}
