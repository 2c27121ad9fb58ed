import { Upload } from "lucide-react";
import { useLocation, useNavigate, useParams } from "react-router";
import { LoadError } from "@/components/notice.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { useCrumb } from "@/shell/crumbs.tsx";
import { usePageActions } from "@/shell/actions.ts";
import { NotFound } from "@/shell/not-found.tsx";
import { PageSkeleton } from "@/shell/shell.tsx";
import { stepOf } from "./import-state.ts";
import { MapStep } from "./map-step.tsx";
import { ResultStep } from "./result-step.tsx";
import { RunStep } from "./run-step.tsx";
import { useImport } from "./use-import.ts";
import "./imports.css";

/** An import from its mapping to its lasting result; which of them is shown follows from its state alone. */
export default function ImportPage() {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  const mayRun = useMay("IMPORTS_RUN");
  const location = useLocation();
  const fresh = (location.state as { fresh?: boolean } | null)?.fresh === true;
  const { query, waiting } = useImport(id, fresh);
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
  const step = stepOf(one.state);
  return (
    <>
      {query.isError ? (
        <div className="px-5 pt-4">
          <LoadError what="The newest state" error={query.error} retry={() => void query.refetch()} />
        </div>
      ) : null}
      {step === 1 ? (
        <MapStep key={one.id} one={one} mayRun={mayRun} />
      ) : step === 2 ? (
        <RunStep one={one} mayRun={mayRun} />
      ) : (
        <ResultStep one={one} />
      )}
    </>
  );
}
