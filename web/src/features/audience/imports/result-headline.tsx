import { Building2, Check, CircleSlash, RefreshCw, TriangleAlert, Undo2, Users } from "lucide-react";
import { Link } from "react-router";
import { Icon } from "@/components/icon.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { countOf, formatCount, formatMoment } from "@/lib/format.ts";
import { secondsBetween, secondsWords } from "@/records/pace.ts";
import { conflictsOf } from "@/records/undo/undo.ts";
import { ImportLink } from "./import-link.tsx";
import { cameOf, importedOf } from "./import-state.ts";
import type { Import } from "./queries.ts";
import "@/components/result.css";

/** What the import came to in one line, and what can be done with it. */
export function ResultHeadline({ one }: { one: Import }) {
  // After an undo that left nothing there is nothing to take back.
  const isLeft = one.undo?.state === "DONE" ? conflictsOf(one.undo) > 0 : one.undo?.state !== "RUNNING";
  const wrote = one.outcomes.created + one.outcomes.updated + one.accountsCreated + one.accountsUpdated > 0;
  const mayUndo = useMay("IMPORTS_UNDO") && wrote && isLeft;
  const mayRun = useMay("IMPORTS_RUN");
  const { outcomes, state } = one;
  const seconds = secondsBetween(one.startedAt, one.finishedAt);
  const took = seconds === null ? "" : ` in ${secondsWords(seconds)}`;
  const title =
    state === "UNDONE"
      ? "Undone"
      : state === "CANCELLED"
        ? `Stopped after ${countOf(outcomes.read - outcomes.notRun, "row", "rows")} of ${formatCount(outcomes.read)}`
        : `${cameOf(outcomes)}${importedOf(outcomes) > 0 ? took : ""}`;
  const look =
    state === "COMPLETED"
      ? { icon: Check, tone: "success" }
      : state === "CANCELLED"
        ? { icon: CircleSlash, tone: "warning" }
        : state === "UNDONE"
          ? { icon: Undo2, tone: "neutral" }
          : { icon: TriangleAlert, tone: "danger" };
  return (
    <div className="row gap-3 max-md:flex-wrap">
      <span className={`ok-mark ${look.tone}`}>
        <Icon as={look.icon} size="lg" />
      </span>
      <div className="grow">
        <h2 className="t-16 semi" data-testid="result-title">
          {title}
        </h2>
        <p className="t-2">
          {one.parentId ? (
            <>
              Made of <ImportLink id={one.parentId} />.{" "}
            </>
          ) : null}
          {one.finishedAt ? `Finished ${formatMoment(one.finishedAt)}` : "Finished"}
          {one.createdBy ? ` by ${one.createdBy}` : ""}. This page stays.
        </p>
      </div>
      {mayUndo ? (
        <Link className="btn btn-danger" to={`/contacts/imports/${one.id}/undo`}>
          <Icon as={Undo2} />
          {one.undo ? "Undo the rest" : "Undo import"}
        </Link>
      ) : null}
      {mayRun ? (
        <Link className="btn" to={`/contacts/imports/new?like=${one.id}`}>
          <Icon as={RefreshCw} />
          Run again with these settings
        </Link>
      ) : null}
      {one.kind === "ACCOUNTS" ? (
        <Link className="btn" to={`/accounts?import=${one.id}`}>
          <Icon as={Building2} />
          Open accounts
        </Link>
      ) : (
        <Link className="btn" to={`/contacts?import=${one.id}`}>
          <Icon as={Users} />
          Open contacts
        </Link>
      )}
    </div>
  );
}
