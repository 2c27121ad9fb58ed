import { Archive, Copy, Ellipsis, Link2, RotateCcw, Scale } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useNavigate } from "react-router";
import { copyText } from "@/components/copy.ts";
import type { MenuEntry } from "@/components/menu.tsx";
import { IconButton } from "@/components/button.tsx";
import { Menu } from "@/components/menu.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { useArchiveReason } from "./archive-reason.ts";
import { isErased, type RecordBase, type RecordKind } from "./record-kind.ts";
import { useRecordActions } from "./use-record-actions.ts";

const PlaceDialog = lazy(async () => ({
  default: (await import("@/features/suppression/legal-holds/place-dialog.tsx")).PlaceDialog,
}));

/** Archive or restore, copy link, its likely duplicates, a legal hold, and what the feature adds; of an erased person the link alone. */
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
  const merges = useMay("RECORDS_MERGE");
  const mayHold = useMay("RETENTION_MANAGE");
  const [holding, setHolding] = useState(false);
  const navigate = useNavigate();
  const disabledReason = useArchiveReason(kind)(record);
  const erased = isErased(record);
  return (
    <>
      <Menu
        trigger={<IconButton label="More" icon={Ellipsis} variant="secondary" noTooltip className="ml-auto" />}
        entries={[
          {
            label: "Copy link",
            icon: Link2,
            onSelect: () => {
              const link = new URL(`${kind.path}/${record.id}`, location.href).href;
              void copyText(link, "Link copied");
            },
          },
          ...(erased
            ? []
            : [
                record.archived
                  ? { label: "Restore", icon: RotateCcw, disabledReason, onSelect: () => void restore(record, name) }
                  : { label: "Archive", icon: Archive, disabledReason, onSelect: () => void archive([record], name) },
              ]),
          ...(merges && !record.archived && !erased
            ? [
                {
                  label: "Possible duplicates",
                  icon: Copy,
                  onSelect: () => void navigate(`${kind.path}/duplicates?record=${record.id}`),
                },
              ]
            : []),
          ...(mayHold && !erased
            ? [{ label: "Place a legal hold", icon: Scale, onSelect: () => setHolding(true) }]
            : []),
          ...more,
        ]}
      />
      {holding ? (
        <Suspense fallback={null}>
          <PlaceDialog record={{ entity: kind.entity, id: record.id, name }} onClose={() => setHolding(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
