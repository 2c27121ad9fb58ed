import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/button.tsx";
import { Dialog } from "@/components/dialog.tsx";
import { LoadError } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { isId } from "@/lib/ids.ts";

interface Row {
  id: string;
}

interface One<T extends Row> {
  /** "statement". */
  what: string;
  /** Below what reads the list anew, so that this is read with it. */
  entity: string;
  /** Null: there is none, or the viewer may not see it. */
  fetchOne: (id: string, signal: AbortSignal) => Promise<T | null>;
  onClose: () => void;
  children: (row: T) => ReactNode;
}

/**
 * What a link names in `?open=`: the row of the list where it is on it, else asked for by its id. A link to something that is gone says
 * so instead of opening nothing.
 */
export function OpenedById<T extends Row>({ id, rows, ...one }: One<T> & { id: string | null; rows: readonly T[] }) {
  const found = rows.find((row) => row.id === id);
  const [kept, setKept] = useState<T | undefined>(found);
  // A row that leaves the list by what is done to it stays open until that is over.
  if (found !== undefined && found !== kept) setKept(found);
  if (id === null) return null;
  const row = found ?? (kept?.id === id ? kept : undefined);
  if (row !== undefined) return one.children(row);
  return isId(id) ? <Fetched id={id} {...one} /> : <Gone what={one.what} onClose={one.onClose} />;
}

function Fetched<T extends Row>({ id, what, entity, fetchOne, onClose, children }: One<T> & { id: string }) {
  const one = useQuery({
    queryKey: [entity, "one", id],
    queryFn: ({ signal }) => fetchOne(id, signal),
  });
  if (one.isSuccess) return one.data === null ? <Gone what={what} onClose={onClose} /> : children(one.data);
  return (
    <Dialog open onClose={onClose} title={`Opening the ${what}`}>
      <div className="dialog-body">
        {one.isError ? (
          <LoadError what={`The ${what}`} error={one.error} retry={() => void one.refetch()} />
        ) : (
          <div role="status" aria-label={`Loading the ${what}`}>
            <Skeleton width="60%" />
          </div>
        )}
      </div>
    </Dialog>
  );
}

function Gone({ what, onClose }: { what: string; onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title={`There is no such ${what}`}>
      <div className="dialog-body">
        <p>The link is not complete, it is gone, or your role may not see it.</p>
      </div>
      <div className="dialog-foot">
        <Button onClick={onClose}>Close</Button>
      </div>
    </Dialog>
  );
}
