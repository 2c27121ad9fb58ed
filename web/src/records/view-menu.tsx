import { Ellipsis, House, Link2, PencilLine, Plus, Save, Trash2, Undo2 } from "lucide-react";
import { IconButton } from "@/components/button.tsx";
import { Menu, type MenuEntry } from "@/components/menu.tsx";
import type { SavedView } from "@/features/audience/saved-views/queries.ts";
import type { OpenView } from "./use-open-view.ts";
import type { ViewActions } from "./use-view-actions.ts";

/** Why a view cannot be changed by this person; undefined when it can. */
export function notYours(view: SavedView): string | undefined {
  return view.mayChange
    ? undefined
    : `It belongs to ${view.ownerName ?? "somebody else"}. Save it as a view of your own.`;
}

/** What can be done with the view that is open. */
export function ViewMenu({
  list,
  view,
  actions,
  onUpdate,
  onSaveAs,
  onEdit,
}: {
  list: OpenView;
  view: SavedView;
  actions: ViewActions;
  onUpdate: () => void;
  onSaveAs: () => void;
  onEdit: () => void;
}) {
  const disabledReason = notYours(view);
  const isDefault = list.defaultId === view.id;
  // A dialog must wait until the menu has given the focus back.
  const later = (open: () => void) => () => setTimeout(open, 0);
  const changed: MenuEntry[] = [
    { label: "Update view", icon: Save, disabledReason, onSelect: onUpdate },
    { label: "Save as new view", icon: Plus, onSelect: later(onSaveAs) },
    { label: "Discard changes", icon: Undo2, onSelect: list.discard },
    { kind: "separator" },
  ];
  return (
    <Menu
      align="start"
      trigger={<IconButton label={`More for ${view.name}`} icon={Ellipsis} noTooltip />}
      entries={[
        ...(list.changed ? changed : []),
        { label: "Rename or share", icon: PencilLine, disabledReason, onSelect: later(onEdit) },
        { label: "Copy link", icon: Link2, onSelect: () => actions.copyLink(view) },
        {
          label: isDefault ? "Stop opening with this view" : "Open with this view",
          icon: House,
          onSelect: () => list.setDefault(isDefault ? null : view.id),
        },
        { label: "Delete view", icon: Trash2, danger: true, disabledReason, onSelect: () => void actions.remove(view) },
      ]}
    />
  );
}
