import { TriangleAlert, X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { type ReactNode, useEffect, useRef } from "react";
import { formatCount } from "@/lib/format.ts";
import { useShortcuts } from "@/lib/keys.ts";
import { useIsPhone } from "@/lib/use-media.ts";
import { Button, IconButton } from "../button.tsx";
import { Icon } from "../icon.tsx";
import { GroupBox } from "./group-box.tsx";
import { useFilterSetup } from "./setup.ts";
import "../dialog.css";
import "./filter-builder.css";

/** How many records the filter as it stands finds, exactly. */
export interface LiveCount {
  /** Of the filter before, while `counting`; null: not known. */
  count: number | null;
  counting: boolean;
  /** Why it could not be counted. */
  problem: string | null;
}

export interface BuilderPanelProps {
  nouns: readonly [string, string];
  live: LiveCount;
  onClose: () => void;
  /** What else can be done with the filter, beside what it finds. */
  acts?: ReactNode;
}

/** Every condition and group at once, with what they mean and find. Beside the list, or over it on a phone. */
export function BuilderPanel(props: BuilderPanelProps) {
  const phone = useIsPhone();
  if (phone) {
    return (
      <Radix.Root open onOpenChange={props.onClose}>
        <Radix.Portal>
          <Radix.Overlay className="scrim fixed" />
          <Radix.Content className="fb-sheet" aria-describedby={undefined}>
            <header className="dialog-head">
              <Radix.Title className="t-16 semi grow">Filter</Radix.Title>
              <Radix.Close asChild>
                <IconButton label="Close" icon={X} noTooltip />
              </Radix.Close>
            </header>
            <Body {...props} />
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    );
  }
  return <Inline {...props} />;
}

function Inline(props: BuilderPanelProps) {
  const panel = useRef<HTMLElement>(null);
  // Opened by a key or a press: what is tabbed to next should be in here; and back, when it closes.
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
      });
    };
  }, []);
  useShortcuts([{ keys: "escape", label: "Close the filter builder", group: "Rows", run: props.onClose }]);
  return (
    <section ref={panel} tabIndex={-1} className="fb" aria-label="Filter builder">
      <Body {...props} />
    </section>
  );
}

function Body({ nouns, live, onClose, acts }: BuilderPanelProps) {
  const { draft } = useFilterSetup();
  return (
    <>
      <div className="fb-body">
        <GroupBox group={draft.root} />
      </div>
      <footer className="fb-words">
        <FilterWords nouns={nouns} />
        <div className="fb-acts">
          <Found live={live} nouns={nouns} />
          <span className="row push">
            {acts}
            {draft.root.children.length === 0 ? null : (
              <Button variant="quiet" small onClick={draft.clear}>
                Clear
              </Button>
            )}
            <Button small keys="escape" onClick={onClose}>
              Done
            </Button>
          </span>
        </div>
      </footer>
    </>
  );
}

/** What the filter means, and what is wrong with it as a whole. */
export function FilterWords({ nouns }: { nouns: readonly [string, string] }) {
  const { draft } = useFilterSetup();
  const whole = draft.mistakes.get("");
  return (
    <>
      {whole === undefined ? null : (
        <p className="error" role="alert">
          <Icon as={TriangleAlert} size="sm" />
          {whole.join(" ")}
        </p>
      )}
      <div className="fb-says">
        <span className="t-3">In words</span>
        <p data-testid="filter-sentence">
          {draft.mistakes.size > 0
            ? "The last filter that could be asked is kept, until what is marked is mended."
            : (draft.sentence ?? (draft.root.children.length === 0 ? `Every ${nouns[0]}` : "…"))}
        </p>
      </div>
    </>
  );
}

function Found({ live, nouns }: { live: LiveCount; nouns: readonly [string, string] }): ReactNode {
  if (live.problem !== null) return <span className="c-warning">{live.problem}</span>;
  return (
    <span className="row" role="status" aria-busy={live.counting} data-testid="filter-count">
      <b className={`num semi t-14 ${live.counting ? "t-3" : ""}`}>
        {live.count === null ? "–" : formatCount(live.count)}
      </b>{" "}
      <span className="t-2">{live.count === 1 ? `${nouns[0]} matches` : `${nouns[1]} match`}</span>
      {live.counting ? <span className="spin t-3" /> : null}
    </span>
  );
}
