import { Command } from "cmdk";
import { Popover } from "radix-ui";
import { type ReactNode, useState } from "react";
import { ConditionEditor } from "./condition-editor.tsx";
import { DEEDS, newEngagement } from "./engagement.ts";
import { FilterPopover } from "./filter-popover.tsx";
import { EngagementEditor } from "./engagement-editor.tsx";
import { FieldPicker } from "./field-picker.tsx";
import { useFilterSetup } from "./setup.ts";
import { add, conditionsIn, engagementsIn, replace } from "./tree.ts";
import { isComplete, newCondition } from "./values.ts";

/** A field, then its value, in one place. What is left without a value is dropped again. */
export function AddCondition({
  groupId,
  trigger,
  open,
  onOpen,
  entries,
}: {
  groupId: string;
  trigger: ReactNode;
  open: boolean;
  onOpen: (open: boolean) => void;
  /** Further entries of the picker, which close it. */
  entries?: ReactNode;
}) {
  const { draft, fieldOf, engagement: mayAsk } = useFilterSetup();
  const [id, setId] = useState<string | null>(null);
  const condition = conditionsIn(draft.root).find((one) => one.id === id);
  const engagement = engagementsIn(draft.root).find((one) => one.id === id);
  const close = () => {
    setId(null);
    onOpen(false);
    if (condition !== undefined && !isComplete(condition, fieldOf(condition.field))) {
      draft.change((root) => replace(root, condition.id, () => null));
    }
  };
  return (
    <Popover.Root open={open} onOpenChange={(next) => (next ? onOpen(true) : close())}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <FilterPopover label="Add a condition">
        {engagement !== undefined ? (
          <EngagementEditor engagement={engagement} onDone={close} />
        ) : condition === undefined ? (
          <FieldPicker
            onPick={(field) => {
              const made = newCondition(field);
              setId(made.id);
              draft.change((root) => add(root, groupId, made));
            }}
          >
            {mayAsk ? (
              <Command.Group heading="Engagement">
                {DEEDS.map(({ did, label }) => (
                  <Command.Item
                    key={did}
                    value={`${label} engagement ${did}`}
                    className="menu-item"
                    onSelect={() => {
                      const made = newEngagement(did);
                      setId(made.id);
                      draft.change((root) => add(root, groupId, made));
                    }}
                  >
                    {label}
                  </Command.Item>
                ))}
              </Command.Group>
            ) : null}
            {entries}
          </FieldPicker>
        ) : (
          <ConditionEditor condition={condition} onDone={close} />
        )}
      </FilterPopover>
    </Popover.Root>
  );
}
