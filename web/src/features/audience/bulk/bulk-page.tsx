import { useLocation, useParams } from "react-router";
import { LoadError } from "@/components/notice.tsx";
import { useCrumb } from "@/shell/crumbs.tsx";
import { NotFound } from "@/shell/not-found.tsx";
import { PageSkeleton } from "@/shell/shell.tsx";
import { BulkResult } from "./bulk-result.tsx";
import { BulkRun } from "./bulk-run.tsx";
import { isAtWork } from "./bulk-state.ts";
import { useBulk } from "./use-bulk.ts";

/** A bulk change while it runs, and its lasting result. */
export default function BulkPage() {
  const { id = "" } = useParams();
  const location = useLocation();
  const fresh = (location.state as { fresh?: boolean } | null)?.fresh === true;
  const { query, waiting } = useBulk(id, { fresh });
  useCrumb(query.data?.action.title);
  if (query.isPending) return <PageSkeleton />;
  if (query.data === undefined) {
    return (
      <div className="p-5">
        <LoadError what="This bulk change" error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  const one = query.data;
  // Right after it was asked for, the read side may need a moment to know it.
  if (one === null) return waiting ? <PageSkeleton /> : <NotFound what="bulk change" />;
  return isAtWork(one) ? <BulkRun one={one} /> : <BulkResult one={one} />;
}
