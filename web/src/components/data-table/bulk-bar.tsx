import { X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { formatCount } from "@/lib/format.ts";
import { useIsTight } from "@/lib/use-media.ts";
import { IconButton } from "../button.tsx";
import { Kbd } from "../kbd.tsx";
import type { Selection } from "./use-selection.ts";
import "./bulk-bar.css";

/** Where the keyboard goes from the rows. */
export const BULK_BAR = "selection-bar";

/** Pixels of the list in which everything that can be done stands side by side. */
const ROOM = 1020;

/** Floats over the foot of the table while rows are selected: how many, all that match, and what can be done with them. */
export function BulkBar({
  selection,
  mayTakeAll,
  children,
}: {
  selection: Selection;
  /** What is offered works on all that match, too. */
  mayTakeAll: boolean;
  /** `tight`: with little room, as beside the drawer, what can wait goes into the menu. */
  children: (tight: boolean) => ReactNode;
}) {
  const [bar, setBar] = useState<HTMLDivElement | null>(null);
  const tight = useIsTight(bar?.parentElement, ROOM);
  const { count, total, matching, except } = selection;
  if (count === 0) return null;
  // As in every toolbar, arrows walk.
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined || bar === null) return;
    const buttons = [...bar.querySelectorAll<HTMLElement>("button")];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    if (at === -1) return;
    event.preventDefault();
    buttons.at((at + step) % buttons.length)?.focus();
  };
  return (
    // oxlint-disable-next-line jsx_a11y/interactive-supports-focus -- the buttons in it take the focus
    <div className="bulk" role="toolbar" aria-label="Selected rows" id={BULK_BAR} ref={setBar} onKeyDown={walk}>
      <span className="med num bulk-count" aria-live="polite">
        {countWords(selection)}
      </span>
      {(matching && except.size === 0) || !mayTakeAll || total === null || total <= (count ?? 0) ? null : (
        <button type="button" className="link num px-1.5" onClick={selection.selectMatching}>
          Select all {formatCount(total)} that match
        </button>
      )}
      <span className="sep" />
      <Kbd keys="b" className="mr-1 max-md:hidden" />
      <span className="bulk-acts">{children(tight)}</span>
      <IconButton label="Clear selection" icon={X} keys="escape" onClick={selection.clear} />
    </div>
  );
}

/** "3 selected", "All 12,345 that match", "12,341 of 12,345 selected". */
function countWords({ count, total, matching, except }: Selection): string {
  if (!matching) return `${formatCount(count ?? 0)} selected`;
  if (count === null || total === null) {
    return except.size === 0 ? "All that match" : `All that match but ${formatCount(except.size)}`;
  }
  return except.size === 0
    ? `All ${formatCount(count)} that match`
    : `${formatCount(count)} of ${formatCount(total)} selected`;
}
