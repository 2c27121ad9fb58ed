import type { LucideIcon } from "lucide-react";
import {
  Archive,
  Copy,
  Ellipsis,
  FileCheck,
  ListPlus,
  Megaphone,
  Merge,
  PenLine,
  RotateCcw,
  Tags,
  UserRound,
} from "lucide-react";
import { type ReactNode, Suspense, lazy, useEffect, useState } from "react";
import { copyText } from "@/components/copy.ts";
import { Button, IconButton } from "@/components/button.tsx";
import { BulkBar } from "@/components/data-table/bulk-bar.tsx";
import type { Selection } from "@/components/data-table/use-selection.ts";
import { Menu, type MenuEntry } from "@/components/menu.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { countOf } from "@/lib/format.ts";
import { whyNotMerge } from "../merge/together.ts";
import type { RecordBase, RecordKind } from "../record-kind.ts";
import type { BulkAct } from "./bulk-draft.ts";

const loadDialog = () => import("./bulk-dialog.tsx");
const BulkDialog = lazy(async () => ({ default: (await loadDialog()).BulkDialog }));
const AddToListDialog = lazy(async () => ({
  default: (await import("../lists/add-to-list-dialog.tsx")).AddToListDialog,
}));
const AssignSelectionDialog = lazy(async () => ({
  default: (await import("../campaigns/assign-selection-dialog.tsx")).AssignSelectionDialog,
}));
const MergeDialog = lazy(async () => ({ default: (await import("../merge/merge-dialog.tsx")).MergeDialog }));

/** What can be done with the rows picked by hand, or with all that match. */
export function BulkActions<TRow extends RecordBase>({
  kind,
  selection,
  rows,
  filter,
  copy,
  children,
}: {
  kind: RecordKind;
  selection: Selection;
  /** Of the selected ones, those in memory. */
  rows: TRow[];
  /** The list's own arguments. */
  filter: object;
  /** What "copy" puts on the clipboard, one per line. */
  copy: { label: string; one: string; many: string; of: (row: TRow) => string | null | undefined };
  /** More that can be done with them. */
  children?: ReactNode;
}) {
  const mayChange = useMay("RECORDS_BULK");
  const mayExport = useMay(kind.permissions.export);
  const mayMerge = useMay("RECORDS_MERGE");
  const mayRecord = useMay("CONSENTS_RECORD");
  const mayList = useMay("SEGMENTS_EDIT");
  // The selection is kept as a list, which becomes a part of a campaign's audience.
  const mayCampaign = useMay("CAMPAIGNS_EDIT") && mayList;
  const [act, setAct] = useState<BulkAct | null>(null);
  const [merging, setMerging] = useState(false);
  const [listing, setListing] = useState(false);
  const [assigning, setAssigning] = useState(false);
  // Fetched while rows are picked, so that what is typed right after a press lands in it.
  const some = mayChange && selection.count !== 0;
  useEffect(() => {
    if (some) void loadDialog();
  }, [some]);
  const audience = { ids: selection.matching ? null : [...selection.ids], except: [...selection.except], filter };
  const edits = mayChange && rows.some((row) => !row.archived);
  const onlyArchived = rows.length > 0 && rows.every((row) => row.archived);
  const whyNot = whyNotMerge(kind.nouns, { ...selection, archived: rows.some((row) => row.archived) });
  // With little room these are in the menu.
  const later: { label: string; icon: LucideIcon; disabledReason?: string | undefined; onSelect: () => void }[] = [
    ...(mayList ? [{ label: "Add to list", icon: ListPlus, onSelect: () => setListing(true) }] : []),
    ...(mayMerge && !onlyArchived
      ? [{ label: "Merge…", icon: Merge, disabledReason: whyNot, onSelect: () => setMerging(true) }]
      : []),
    ...(!mayChange
      ? []
      : onlyArchived
        ? [{ label: "Restore", icon: RotateCcw, onSelect: () => setAct("restore") }]
        : [{ label: "Archive", icon: Archive, onSelect: () => setAct("archive") }]),
  ];
  const other: MenuEntry[] = [
    ...(mayCampaign ? [{ label: "Assign to campaign…", icon: Megaphone, onSelect: () => setAssigning(true) }] : []),
    // Accounts give no consent.
    ...(mayRecord && edits && kind.entity === "CONTACT"
      ? [{ label: "Record consent…", icon: FileCheck, onSelect: () => setAct("consent") }]
      : []),
    ...(!mayChange
      ? []
      : onlyArchived
        ? [{ label: "Archive", icon: Archive, onSelect: () => setAct("archive") }]
        : [{ label: "Restore from the archive", icon: RotateCcw, onSelect: () => setAct("restore") }]),
  ];
  return (
    <>
      <BulkBar selection={selection} mayTakeAll={mayChange || mayExport || mayList}>
        {(tight) => (
          <>
            {edits ? (
              <>
                <Button variant="quiet" small icon={PenLine} onClick={() => setAct("fields")}>
                  Edit
                </Button>
                <Button variant="quiet" small icon={Tags} onClick={() => setAct("tags")}>
                  Tags
                </Button>
                <Button variant="quiet" small icon={UserRound} onClick={() => setAct("assign")}>
                  Assign
                </Button>
              </>
            ) : null}
            {children}
            {tight
              ? null
              : later.map(({ label, icon, disabledReason, onSelect }) => (
                  <Button
                    key={label}
                    variant="quiet"
                    small
                    icon={icon}
                    disabledReason={disabledReason}
                    onClick={onSelect}
                  >
                    {label}
                  </Button>
                ))}
            <Menu
              side="top"
              trigger={<IconButton label="More with the selection" icon={Ellipsis} noTooltip />}
              entries={[
                {
                  label: copy.label,
                  icon: Copy,
                  disabledReason: selection.matching
                    ? "Copies rows picked one by one. Export all that match."
                    : undefined,
                  onSelect: () => {
                    const lines = rows.map(copy.of).filter(Boolean);
                    void copyText(lines.join("\n"), `${countOf(lines.length, copy.one, copy.many)} copied`);
                  },
                },
                ...(tight ? later : []),
                ...other,
              ]}
            />
          </>
        )}
      </BulkBar>
      {listing ? (
        <Suspense fallback={null}>
          <AddToListDialog
            kind={kind}
            audience={audience}
            count={selection.count}
            onClose={() => setListing(false)}
            onDone={() => {
              setListing(false);
              selection.clear();
            }}
          />
        </Suspense>
      ) : null}
      {assigning ? (
        <Suspense fallback={null}>
          <AssignSelectionDialog
            kind={kind}
            audience={audience}
            count={selection.count}
            onClose={() => setAssigning(false)}
            onDone={() => {
              setAssigning(false);
              selection.clear();
            }}
          />
        </Suspense>
      ) : null}
      {merging ? (
        <Suspense fallback={null}>
          <MergeDialog
            kind={kind}
            ids={[...selection.ids]}
            onClose={() => setMerging(false)}
            onMerged={() => {
              setMerging(false);
              selection.clear();
            }}
          />
        </Suspense>
      ) : null}
      {act === null ? null : (
        <Suspense fallback={null}>
          <BulkDialog
            kind={kind}
            act={act}
            audience={audience}
            onClose={() => setAct(null)}
            onStarted={() => {
              setAct(null);
              selection.clear();
            }}
          />
        </Suspense>
      )}
    </>
  );
}
