import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { LoadError } from "@/components/notice.tsx";
import { useMay, useMe } from "@/features/identity/me/queries.ts";
import { refusal } from "@/lib/permissions.ts";
import { UndoStep } from "@/records/undo/undo-step.tsx";
import { useCrumb } from "@/shell/crumbs.tsx";
import { NotFound } from "@/shell/not-found.tsx";
import { PageSkeleton } from "@/shell/shell.tsx";
import { undoableImport } from "./undo-queries.ts";
import { refreshAfterImport, useImport } from "./use-import.ts";

/** Takes a whole import back. */
export default function UndoPage() {
  const { id = "" } = useParams();
  const me = useMe();
  const mayUndo = useMay("IMPORTS_UNDO");
  const navigate = useNavigate();
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const { query } = useImport(id, { asked });
  const one = query.data;
  useCrumb(one === undefined || one === null ? undefined : `Undo ${one.name}`);
  if (query.isPending) return <PageSkeleton />;
  if (one === undefined) {
    return (
      <div className="p-5">
        <LoadError what="This import" error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  if (one === null) return <NotFound what="import" />;
  return (
    <UndoStep
      key={id}
      work={undoableImport(id)}
      title={`Undo ${one.name}`}
      sub="Records that it made are archived, values that it changed go back. The history keeps both."
      undo={one.undo ?? null}
      look={one.undoPreview ?? null}
      refusedBecause={mayUndo ? undefined : refusal(me.role, "undo imports")}
      onBack={() => void navigate(`/contacts/imports/${id}`)}
      refresh={() => client.invalidateQueries({ queryKey: ["imports"] })}
      onAsked={() => setAsked(true)}
      onEnded={() => refreshAfterImport(client)}
    />
  );
}
