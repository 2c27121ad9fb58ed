import { useState } from "react";
import { Link } from "react-router";
import { Button } from "@/components/button.tsx";
import { Dialog } from "@/components/dialog.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { formatMoment } from "@/lib/format.ts";
import { LiftDialog } from "./lift-dialog.tsx";
import type { LegalHold } from "./queries.ts";
import { recordPath, SCOPES } from "./words.ts";

/** One hold, whole: what it stands over, for which case, on whose word. */
export function HoldDialog({ hold, onClose }: { hold: LegalHold; onClose: () => void }) {
  const mayLift = useMay("RETENTION_MANAGE") && hold.standing;
  const [lifting, setLifting] = useState(false);
  const path = recordPath(hold);
  if (lifting) return <LiftDialog hold={hold} onClose={onClose} />;
  const by = (at: string, who: string | null) => [formatMoment(at), who].filter(Boolean).join(", by ");
  return (
    <Dialog open onClose={onClose} title={hold.label} description={SCOPES[hold.scope]}>
      <div className="dialog-body flex flex-col gap-3">
        <dl className="kv">
          <dt>Reason</dt>
          <dd>{hold.reason ?? "Gone with the person"}</dd>
          <dt>Reference</dt>
          <dd>{hold.reference ?? "—"}</dd>
          <dt>Placed</dt>
          <dd>{by(hold.since, hold.placedBy)}</dd>
          {hold.liftedAt === null ? null : (
            <>
              <dt>Lifted</dt>
              <dd>{by(hold.liftedAt, hold.liftedBy)}</dd>
              <dt>Why</dt>
              <dd>{hold.liftReason ?? "Gone with the person"}</dd>
            </>
          )}
        </dl>
        {path === null ? null : (
          <Link className="link" to={path}>
            {`Open ${hold.label}`}
          </Link>
        )}
      </div>
      <div className="dialog-foot">
        <Button variant="quiet" onClick={onClose}>
          Close
        </Button>
        {mayLift ? <Button onClick={() => setLifting(true)}>Lift hold</Button> : null}
      </div>
    </Dialog>
  );
}
