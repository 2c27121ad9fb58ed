import { Link } from "react-router";
import { Button } from "@/components/button.tsx";
import { Notice } from "@/components/notice.tsx";
import { isErased, type RecordBase, type RecordKind } from "./record-kind.ts";
import { useRecordActions } from "./use-record-actions.ts";

/** Says that the record is out of lists and sends, and brings it back; or that it was erased, which nothing brings back. */
export function ArchivedNotice({ kind, record, name }: { kind: RecordKind; record: RecordBase; name: string }) {
  const { restore } = useRecordActions(kind);
  if (isErased(record)) {
    return (
      <div className="record-notice">
        <Notice title="Erased for good">
          Everything personal is gone and cannot be brought back. The history keeps what was done and when.
        </Notice>
      </div>
    );
  }
  if (!record.archived) return null;
  if (record.mergedInto) {
    return (
      <div className="record-notice">
        <Notice
          title="Merged into another record"
          action={
            <Link className="btn btn-sm" to={`${kind.path}/${record.mergedInto}`}>
              Open it
            </Link>
          }
        >
          Its values are kept there or in its history. Undo the merge to have it back.
        </Notice>
      </div>
    );
  }
  return (
    <div className="record-notice">
      <Notice
        title="Archived"
        action={
          record.mayArchive ? (
            <Button small onClick={() => void restore(record, name)}>
              Restore
            </Button>
          ) : undefined
        }
      >
        It keeps its history and stays out of lists.
      </Notice>
    </div>
  );
}
