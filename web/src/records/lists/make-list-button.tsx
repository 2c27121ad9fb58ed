/** Among the acts of a page: keeps all that its filter finds as a list, and goes there. */
import { ListPlus } from "lucide-react";
import { Suspense, lazy, useState } from "react";
import { useNavigate } from "react-router";
import { Button } from "@/components/button.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { usePageActions } from "@/shell/actions.ts";
import type { RecordKind } from "../record-kind.ts";

const FilterListDialog = lazy(async () => ({ default: (await import("./filter-list-dialog.tsx")).FilterListDialog }));

export function MakeListButton({
  kind,
  filter,
  count,
  blocked,
}: {
  kind: RecordKind;
  /** The arguments of the list of records. */
  filter: object;
  /** null while it is being counted. */
  count: number | null;
  /** Why its filter cannot be asked now. */
  blocked: string | undefined;
}) {
  const may = useMay("SEGMENTS_EDIT");
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const reason =
    blocked ?? (count === 0 ? `No ${kind.noun} matches, so there is nothing to put into a list` : undefined);
  const start = () => (reason === undefined ? setOpen(true) : undefined);
  usePageActions(
    may && reason === undefined
      ? [{ id: "audience-make-list", label: "Make a list of these", icon: ListPlus, group: "On this page", run: start }]
      : [],
  );
  if (!may) return null;
  return (
    <>
      <Button icon={ListPlus} disabledReason={reason} onClick={start}>
        Make list
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <FilterListDialog
            kind={kind}
            filter={filter}
            count={count}
            onClose={() => setOpen(false)}
            onMade={(id, answer) => {
              setOpen(false);
              if (id !== null) void navigate(`/lists/${id}`, { state: { answer } });
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}
