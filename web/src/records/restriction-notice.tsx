import { useMutation } from "@tanstack/react-query";
import { Button } from "@/components/button.tsx";
import { Notice } from "@/components/notice.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { messageOf } from "@/lib/api-error.ts";
import type { RecordBase, RecordKind } from "./record-kind.ts";
import { CLIENT_RESTRICTION, restrictedTo, restrictionWords } from "./restriction.ts";
import { useRecordActions } from "./use-record-actions.ts";

/** That the record may be used for one client only; who manages clients can lift it, and take that back. */
export function RestrictionNotice({ kind, record }: { kind: RecordKind; record: RecordBase }) {
  const { save } = useRecordActions(kind);
  const mayEdit = useMay(kind.permissions.edit);
  const mayLift = useMay("CLIENTS_MANAGE") && mayEdit && !record.archived;
  const lift = useMutation({
    mutationFn: () => save(record, { [CLIENT_RESTRICTION]: null }, "Only for client", restrictedTo(null)),
  });
  const words = restrictionWords(record);
  if (words === "") return null;
  return (
    <div className="record-notice" data-testid="client-restriction">
      <Notice
        tone="warning"
        title={words}
        action={
          mayLift ? (
            <Button small busy={lift.isPending} onClick={() => lift.mutate()}>
              Lift
            </Button>
          ) : undefined
        }
      >
        {lift.isError ? `Not lifted. ${messageOf(lift.error)}` : null}
      </Notice>
    </div>
  );
}
