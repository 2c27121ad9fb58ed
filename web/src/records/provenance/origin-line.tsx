import { Link } from "react-router";
import { useMay } from "@/features/identity/me/queries.ts";
import { formatFull, formatMoment } from "@/lib/format.ts";
import type { ValueOrigin } from "./queries.ts";

/** Where a value came from, who brought it, when. An import opens its result, for those who may see imports. */
export function OriginLine({ origin, derived }: { origin: ValueOrigin; derived?: boolean }) {
  const mayOpen = useMay("IMPORTS_VIEW");
  return (
    <p className="t-12 t-3">
      {derived ? "Worked out from other fields · " : ""}
      {origin.importId && mayOpen ? (
        <Link className="link" to={`/contacts/imports/${origin.importId}`}>
          {origin.sourceLabel}
        </Link>
      ) : (
        origin.sourceLabel
      )}
      {origin.actorName ? ` · ${origin.actorName}` : ""} ·{" "}
      <time dateTime={origin.at} title={formatFull(origin.at)}>
        {formatMoment(origin.at)}
      </time>
      {origin.restoredFrom ? (
        <>
          {" "}
          · the value of{" "}
          <time dateTime={origin.restoredFrom} title={formatFull(origin.restoredFrom)}>
            {formatMoment(origin.restoredFrom)}
          </time>
        </>
      ) : null}
    </p>
  );
}
