import { Popover } from "radix-ui";
import { useState } from "react";
import { engagementWords } from "./engagement.ts";
import { FilterPopover } from "./filter-popover.tsx";
import { EngagementEditor } from "./engagement-editor.tsx";
import { useFilterSetup } from "./setup.ts";
import type { Engagement } from "./tree.ts";

/** What happened, in words: a button that opens its editor. `look`: a chip, or a row of the builder. */
export function EngagementPart({ engagement, look }: { engagement: Engagement; look: "chip" | "row" }) {
  const { draft } = useFilterSetup();
  const [open, setOpen] = useState(false);
  const words = engagementWords(engagement);
  const bad = draft.mistakes.has(engagement.id);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <span
        className={`fb-parts in-${look} ${look === "row" ? "fb-whole" : ""} ${open ? "editing" : ""} ${bad ? "bad" : ""}`}
      >
        <Popover.Trigger asChild>
          <button type="button" className="f" title={words} aria-label={`Engagement: ${words}`}>
            <span className="clip">{words}</span>
          </button>
        </Popover.Trigger>
      </span>
      <FilterPopover label={words}>
        <EngagementEditor engagement={engagement} onDone={() => setOpen(false)} />
      </FilterPopover>
    </Popover.Root>
  );
}
