import { useState } from "react";
import { Button } from "@/components/button.tsx";
import { Notice } from "@/components/notice.tsx";
import { useMe } from "@/features/identity/me/queries.ts";
import { formatAge } from "@/lib/format.ts";
import { refusal } from "@/lib/permissions.ts";
import type { TemplateDetail, Version } from "./queries.ts";
import { ReturnDialog } from "./return-dialog.tsx";
import { useTemplateActs } from "./use-template-acts.ts";
import { inReview } from "./words.ts";

/** The version that waits for somebody's word, with who may not say it and why; else why the last one came back. */
export function ReviewBar({
  template,
  onCompare,
}: {
  template: TemplateDetail;
  onCompare: (version: Version) => void;
}) {
  const waiting = inReview(template.submitted);
  if (template.archived) {
    return <Notice title="Archived">Nothing is lost: its versions stay. Restore it to write on it again.</Notice>;
  }
  if (waiting !== undefined) return <Waiting template={template} version={waiting} onCompare={onCompare} />;
  const last = template.submitted[0];
  if (last === undefined || last.standing !== "RETURNED") return null;
  return (
    <Notice
      tone="warning"
      title={`Version ${last.number} was returned${last.decidedByName ? ` by ${last.decidedByName}` : ""}`}
    >
      {last.reason}
    </Notice>
  );
}

function Waiting({
  template,
  version,
  onCompare,
}: {
  template: TemplateDetail;
  version: Version;
  onCompare: (version: Version) => void;
}) {
  const me = useMe();
  const { mayApprove } = template;
  const acts = useTemplateActs();
  const [returning, setReturning] = useState(false);
  const { number, submittedByName, submittedAt } = version;
  const why = !mayApprove
    ? refusal(me.role, "approve templates")
    : version.submittedById === me.id
      ? "You wrote or submitted this version. Somebody else has to approve it."
      : undefined;
  return (
    <>
      <Notice
        tone="info"
        title={`Version ${number} waits for approval`}
        action={
          <span className="row flex-wrap">
            <Button small onClick={() => onCompare(version)}>
              What it changes
            </Button>
            {mayApprove ? (
              <Button small onClick={() => setReturning(true)}>
                Return
              </Button>
            ) : null}
            <Button small busy={acts.busy} disabledReason={why} onClick={() => acts.approve(template, number)}>
              Approve
            </Button>
          </span>
        }
      >
        Submitted {formatAge(submittedAt)}
        {submittedByName ? ` by ${submittedByName}` : ""}. {why ?? "What is written from now on is the next version."}
      </Notice>
      {returning ? <ReturnDialog template={template} version={number} onClose={() => setReturning(false)} /> : null}
    </>
  );
}
