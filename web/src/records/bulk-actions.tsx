import { Archive, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/button.tsx";
import { BulkBar } from "@/components/data-table/bulk-bar.tsx";
import type { Selection } from "@/components/data-table/use-selection.ts";
import { toastDone } from "@/components/toast.tsx";
import { useMay, useMe } from "@/features/identity/me/queries.ts";
import { countOf } from "@/lib/format.ts";
import { refusal } from "@/lib/permissions.ts";
import type { RecordBase, RecordKind } from "./record-kind.ts";
import { useRecordActions } from "./use-record-actions.ts";

/** What can be done with the rows picked by hand. */
export function BulkActions<TRow extends RecordBase>({
  kind,
  selection,
  rows,
  copy,
}: {
  kind: RecordKind;
  selection: Selection;
  rows: TRow[];
  /** What "copy" puts on the clipboard, one per line. */
  copy: { label: string; one: string; many: string; of: (row: TRow) => string | null | undefined };
}) {
  const me = useMe();
  const mayArchive = useMay(kind.permissions.archive);
  const { archive } = useRecordActions(kind);
  const [busy, setBusy] = useState(false);
  return (
    <BulkBar count={selection.ids.size} onClear={selection.clear}>
      <Button
        variant="quiet"
        small
        icon={Copy}
        onClick={() => {
          const lines = rows.map(copy.of).filter(Boolean);
          void navigator.clipboard
            .writeText(lines.join("\n"))
            .then(() => toastDone(`${countOf(lines.length, copy.one, copy.many)} copied`));
        }}
      >
        {copy.label}
      </Button>
      <Button
        variant="quiet"
        small
        icon={Archive}
        busy={busy}
        disabledReason={mayArchive ? undefined : refusal(me.role, `archive ${kind.nouns}`)}
        onClick={() => {
          setBusy(true);
          void archive(rows, countOf(rows.length, kind.noun, kind.nouns)).finally(() => {
            setBusy(false);
            selection.clear();
          });
        }}
      >
        Archive
      </Button>
    </BulkBar>
  );
}
