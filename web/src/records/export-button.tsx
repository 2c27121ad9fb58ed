/** Takes the list as it stands out as a file: all that match, or the rows selected by hand. */
import { Download } from "lucide-react";
import { Suspense, lazy, useState } from "react";
import { Button, IconButton } from "@/components/button.tsx";
import type { Sort } from "@/components/data-table/types.ts";
import { useMay } from "@/features/identity/me/queries.ts";
import type { RecordKind } from "./record-kind.ts";

const ExportDialog = lazy(async () => ({ default: (await import("./export-dialog.tsx")).ExportDialog }));

/** The list sorts the account by its name; the field itself is the account. Each once. */
const fieldsOf = (keys: readonly string[]) => [
  ...new Set(keys.map((key) => (key === "account_name" ? "account" : key))),
];

interface ExportSource {
  kind: RecordKind;
  /** The list's own arguments, or the ids selected. */
  filter: object;
  sort: Sort | null;
  /** Of the columns on the screen. */
  keys: readonly string[];
  /** null while it is being counted. */
  count: number | null;
}

/**
 * `inBar`: among what can be done with a selection. `inHead`: among the acts of a page. `selected`: rows picked by hand, not all
 * that match.
 */
export function ExportButton({
  inBar,
  inHead,
  selected,
  keys,
  ...source
}: ExportSource & { inBar?: boolean; inHead?: boolean; selected?: boolean }) {
  const may = useMay(source.kind.permissions.export);
  const [open, setOpen] = useState(false);
  if (!may) return null;
  const none = source.count === 0 ? "There is nothing to export in this list" : undefined;
  return (
    <>
      {inBar ? (
        <Button variant="quiet" small icon={Download} onClick={() => setOpen(true)}>
          Export
        </Button>
      ) : inHead ? (
        <Button icon={Download} disabledReason={none} onClick={() => setOpen(true)}>
          Export
        </Button>
      ) : (
        <IconButton
          label={`Export ${source.kind.nouns}`}
          icon={Download}
          disabledReason={none}
          onClick={() => setOpen(true)}
        />
      )}
      {open ? (
        <Suspense fallback={null}>
          <ExportDialog
            {...source}
            shown={fieldsOf(keys)}
            selected={selected === true}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
