import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { LoadError } from "@/components/notice.tsx";
import { UndoStep } from "@/records/undo/undo-step.tsx";
import { useCrumb } from "@/shell/crumbs.tsx";
import { NotFound } from "@/shell/not-found.tsx";
import { PageSkeleton } from "@/shell/shell.tsx";
import { undoableBulk, undoRunOf } from "./undo-queries.ts";
import { refreshAfterBulk, useBulk } from "./use-bulk.ts";

/** Takes a bulk change back: looked at first, then chosen by conflict, then run. */
export default function BulkUndoPage() {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const { query } = useBulk(id, { asked });
  const one = query.data;
  useCrumb(one === undefined || one === null ? undefined : `Undo: ${one.action.title}`);
  if (query.isPending) return <PageSkeleton />;
  if (one === undefined) {
    return (
      <div className="p-5">
        <LoadError what="This bulk change" error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  if (one === null) return <NotFound what="bulk change" />;
  const running = one.undo?.state === "RUNNING";
  return (
    <UndoStep
      key={id}
      work={undoableBulk(id, one.action.kind)}
      title={`Undo: ${one.action.title}`}
      sub="Every record goes back to how it was before. What somebody touched since stays, unless you choose it."
      undo={undoRunOf(one.undo, one.entity)}
      look={undoRunOf(one.undoPreview, one.entity)}
      refusedBecause={one.mayUndo || running || asked ? undefined : (one.whyNotUndo ?? "It cannot be undone now")}
      onBack={() => void navigate(`/bulk/${id}`)}
      refresh={() => client.invalidateQueries({ queryKey: ["bulks"] })}
      onAsked={() => setAsked(true)}
      onEnded={() => refreshAfterBulk(client)}
    />
  );
}
