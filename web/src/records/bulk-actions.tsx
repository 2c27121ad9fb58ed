import { Archive, Copy } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/button.tsx";
import { BulkBar } from "@/components/data-table/bulk-bar.tsx";
import type { Selection } from "@/components/data-table/use-selection.ts";
import { toastDone } from "@/components/toast.tsx";
import { countOf } from "@/lib/format.ts";
import { useArchiveReason } from "./archive-reason.ts";
import type { RecordBase, RecordKind } from "./record-kind.ts";
import { useRecordActions } from "./use-record-actions.ts";

/** What can be done with the rows picked by hand. */
export function BulkActions<TRow extends RecordBase>({
  kind,
  selection,
  rows,
  copy,
  children,
}: {
  kind: RecordKind;
  selection: Selection;
  rows: TRow[];
  /** What "copy" puts on the clipboard, one per line. */
  copy: { label: string; one: string; many: string; of: (row: TRow) => string | null | undefined };
  /** More that can be done with them. */
  children?: ReactNode;
}) {
  const reasonOf = useArchiveReason(kind);
  // Only what is still there and within reach: the button says how many that are.
  const archivable = rows.filter((row) => row.mayArchive && !row.archived);
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
      {children}
      <Button
        variant="quiet"
        small
        icon={Archive}
        busy={busy}
        disabledReason={
          archivable.length > 0 || rows[0] === undefined ? undefined : (reasonOf(rows[0]) ?? "Archived already")
        }
        onClick={() => {
          setBusy(true);
          void archive(archivable, countOf(archivable.length, kind.noun, kind.nouns)).finally(() => {
            setBusy(false);
            selection.clear();
          });
        }}
      >
        {archivable.length === rows.length || archivable.length === 0
          ? "Archive"
          : `Archive ${archivable.length} of ${rows.length}`}
      </Button>
    </BulkBar>
  );
}
