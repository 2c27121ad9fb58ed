import { Archive, Ellipsis, Link2, RotateCcw } from "lucide-react";
import type { MenuEntry } from "@/components/menu.tsx";
import { IconButton } from "@/components/button.tsx";
import { Menu } from "@/components/menu.tsx";
import { toastDone } from "@/components/toast.tsx";
import { useArchiveReason } from "./archive-reason.ts";
import type { RecordBase, RecordKind } from "./record-kind.ts";
import { useRecordActions } from "./use-record-actions.ts";

/** Archive or restore, copy link, and what the feature adds. */
export function RecordMenu({
  kind,
  record,
  name,
  more = [],
}: {
  kind: RecordKind;
  record: RecordBase;
  name: string;
  more?: MenuEntry[];
}) {
  const { archive, restore } = useRecordActions(kind);
  const disabledReason = useArchiveReason(kind)(record);
  return (
    <Menu
      trigger={<IconButton label="More" icon={Ellipsis} variant="secondary" noTooltip className="ml-auto" />}
      entries={[
        {
          label: "Copy link",
          icon: Link2,
          onSelect: () => {
            const link = new URL(`${kind.path}/${record.id}`, location.href).href;
            void navigator.clipboard.writeText(link).then(() => toastDone("Link copied"));
          },
        },
        record.archived
          ? { label: "Restore", icon: RotateCcw, disabledReason, onSelect: () => void restore(record, name) }
          : { label: "Archive", icon: Archive, disabledReason, onSelect: () => void archive([record], name) },
        ...more,
      ]}
    />
  );
}
