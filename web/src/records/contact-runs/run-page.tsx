import type { ReactNode } from "react";
import { useParams } from "react-router";
import { LoadError } from "@/components/notice.tsx";
import { useCrumb } from "@/shell/crumbs.tsx";
import { NotFound } from "@/shell/not-found.tsx";
import { PageSkeleton } from "@/shell/shell.tsx";
import { type ContactRun, isAtWork } from "./run.ts";
import { type RunSource, useRun } from "./use-run.ts";

/** A run while it works, and its lasting result. */
export function RunPage<T extends ContactRun>({
  source,
  what,
  short,
  titleOf,
  atWork,
  ended,
}: {
  source: RunSource<T>;
  /** "email verification". */
  what: string;
  /** "This verification". */
  short: string;
  titleOf: (one: T) => string;
  atWork: (one: T) => ReactNode;
  ended: (one: T) => ReactNode;
}) {
  const { id = "" } = useParams();
  const { query, waiting } = useRun(source, id);
  useCrumb(query.data ? titleOf(query.data) : undefined);
  if (query.isPending) return <PageSkeleton />;
  if (query.data === undefined) {
    return (
      <div className="p-5">
        <LoadError what={short} error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  const one = query.data;
  // Right after it was asked for, the read side may need a moment to know it.
  if (one === null) return waiting ? <PageSkeleton /> : <NotFound what={what} />;
  return isAtWork(one) ? atWork(one) : ended(one);
}
