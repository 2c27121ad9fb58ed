import { ChevronDown, ChevronUp, Columns3 } from "lucide-react";
import { Popover } from "radix-ui";
import { Button, IconButton } from "../button.tsx";
import { Checkbox } from "../checkbox.tsx";
import type { ColumnLayout } from "./use-column-layout.ts";
import "../menu.css";

/** Shows, hides and orders columns, for those who do not drag. */
export function ColumnChooser<TRow>({ layout }: { layout: ColumnLayout<TRow> }) {
  const [, ...movable] = layout.all;
  const last = movable.findLastIndex((column) => layout.isOrdered(column.id));
  const stuck = (id: string) => (layout.isOrdered(id) ? undefined : "Show it first; then it has a place");
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <IconButton label="Choose columns" icon={Columns3} noTooltip title="Choose columns" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content aria-label="Columns" className="menu flex w-64 flex-col" align="end" sideOffset={6}>
          <div className="max-h-80 overflow-auto">
            {movable.map((column, index) => (
              <div key={column.id} className="flex h-8 items-center gap-2 pr-1 pl-3">
                <Checkbox
                  label={column.header}
                  checked={layout.isShown(column.id)}
                  onChange={() => layout.toggle(column.id)}
                />
                <span className="grow clip">{column.header}</span>
                <IconButton
                  label={`Move ${column.header} up`}
                  icon={ChevronUp}
                  noTooltip
                  disabledReason={stuck(column.id) ?? (index === 0 ? "It is first already" : undefined)}
                  onClick={() => layout.move(column.id, movable[index - 1]?.id ?? null)}
                />
                <IconButton
                  label={`Move ${column.header} down`}
                  icon={ChevronDown}
                  noTooltip
                  disabledReason={stuck(column.id) ?? (index === last ? "It is last already" : undefined)}
                  onClick={() => layout.move(column.id, movable[index + 2]?.id ?? null)}
                />
              </div>
            ))}
          </div>
          <div className="border-t border-line-faint p-1">
            <Button variant="quiet" small onClick={layout.reset}>
              {layout.resetLabel}
            </Button>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
