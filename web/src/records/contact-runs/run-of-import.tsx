import { Link } from "react-router";
import { OutcomeBar, type OutcomePart } from "@/components/outcome-bar.tsx";
import { formatMoment } from "@/lib/format.ts";
import { type ContactRun, isAtWork, totalOf } from "./run.ts";

/** The last run over what an import brought, on the import's result. */
export function RunOfImport({
  one,
  path,
  atWork,
  cameTo,
  ended,
  parts,
}: {
  one: ContactRun;
  path: string;
  /** "Being verified". */
  atWork: string;
  cameTo: string;
  /** "Verified", before when. */
  ended: string;
  parts: OutcomePart[];
}) {
  return (
    <div className="mb-3">
      <p className="mb-1">
        <Link className="link" to={`${path}/${one.id}`}>
          {isAtWork(one) ? atWork : cameTo}
        </Link>
      </p>
      <OutcomeBar parts={parts} total={totalOf(one.counts)} />
      {one.finishedAt ? (
        <p className="t-12 t-3 mt-1">
          {ended} {formatMoment(one.finishedAt)}
        </p>
      ) : null}
    </div>
  );
}
