import { useQuery } from "@tanstack/react-query";
import { Upload } from "lucide-react";
import { useLocation, useNavigate, useParams, useSearchParams } from "react-router";
import { LoadError } from "@/components/notice.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { useCrumb } from "@/shell/crumbs.tsx";
import { usePageActions } from "@/shell/actions.ts";
import { NotFound } from "@/shell/not-found.tsx";
import { PageSkeleton } from "@/shell/shell.tsx";
import { stepOf } from "./import-state.ts";
import { MapStep } from "./map-step.tsx";
import { PreviewStep } from "./preview-step.tsx";
import { ResultStep } from "./result-step.tsx";
import { RunStep } from "./run-step.tsx";
import { type Import, importQuery } from "./queries.ts";
import { useImport } from "./use-import.ts";
import "./imports.css";

/** An import from its mapping to its lasting result; which of them is shown follows from its state alone. */
export default function ImportPage() {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  const mayRun = useMay("IMPORTS_RUN");
  const location = useLocation();
  const [params] = useSearchParams();
  const fresh = (location.state as { fresh?: boolean } | null)?.fresh === true;
  const { query, waiting } = useImport(id, { fresh });
  useCrumb(query.data?.name);
  usePageActions(
    mayRun
      ? [
          {
            id: "import-new",
            label: "New import",
            icon: Upload,
            group: "On this page",
            keys: "c",
            primary: true,
            // The page's own primary button is the one that goes on.
            secondary: true,
            run: () => void navigate("/contacts/imports/new"),
          },
        ]
      : [],
  );
  if (query.isPending) return <PageSkeleton />;
  if (query.data === undefined) {
    return (
      <div className="p-5">
        <LoadError what="This import" error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  const one = query.data;
  // Right after its upload the read side may need a moment to know it.
  if (one === null) return waiting ? <PageSkeleton /> : <NotFound what="import" />;
  const step = stepOf(one.state, params.get("step"));
  const likeId = one.state === "UPLOADED" ? params.get("like") : null;
  return (
    <>
      {query.isError ? (
        <div className="px-5 pt-4">
          <LoadError what="The newest state" error={query.error} retry={() => void query.refetch()} />
        </div>
      ) : null}
      {step === 1 ? (
        likeId === null ? (
          <MapStep key={`${one.id} ${one.sheet ?? ""}`} one={one} mayRun={mayRun} />
        ) : (
          <MapLike key={one.id} one={one} likeId={likeId} mayRun={mayRun} />
        )
      ) : step === 2 ? (
        <PreviewStep one={one} mayRun={mayRun} />
      ) : step === 3 ? (
        <RunStep one={one} mayRun={mayRun} />
      ) : (
        <ResultStep one={one} />
      )}
    </>
  );
}

/** Waits for the import whose settings are taken; one that is gone is no reason not to go on. */
function MapLike({ one, likeId, mayRun }: { one: Import; likeId: string; mayRun: boolean }) {
  const like = useQuery(importQuery(likeId));
  if (like.isPending) return <PageSkeleton />;
  return <MapStep one={one} mayRun={mayRun} {...(like.data ? { like: like.data } : {})} />;
}
