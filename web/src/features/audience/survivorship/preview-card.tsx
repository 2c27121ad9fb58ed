import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { Dialog } from "@/components/dialog.tsx";
import { Notice } from "@/components/notice.tsx";
import { ProgressBar } from "@/components/progress-bar.tsx";
import type { Entity } from "@/gql/graphql.ts";
import { messageOf } from "@/lib/api-error.ts";
import { countOf, formatCount, formatMoment } from "@/lib/format.ts";
import { PreviewRows } from "./preview-rows.tsx";
import { applyPreview, cancelPreview, type RulesPreview, type Survivorship } from "./queries.ts";

interface Props {
  entity: Entity;
  shown: Survivorship;
  preview: RulesPreview;
  /** The rules on the page are not those of the preview any more. */
  outdated: boolean;
}

/** What the previewed rules would make of the records that are there, and the way to make it so. */
export function PreviewCard({ entity, shown, preview, outdated }: Props) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const cancel = useMutation({
    mutationFn: () => cancelPreview(entity),
    onSettled: () => client.invalidateQueries({ queryKey: ["survivorship"] }),
  });
  const apply = useMutation({
    mutationFn: () => applyPreview(entity, preview.id),
    onSuccess: async (bulk) => {
      await client.invalidateQueries({ queryKey: ["survivorship"] });
      setAsking(false);
      if (bulk !== null) void navigate(`/bulk/${bulk}`);
    },
  });
  const nouns: [string, string] = entity === "CONTACT" ? ["contact", "contacts"] : ["account", "accounts"];
  if (preview.running) {
    const { progress } = preview;
    return (
      <Card title="Preview" sub="Weighing every value by the new rules. Nothing is changed.">
        <div className="row">
          <div className="grow">
            <ProgressBar done={progress?.done ?? 0} total={progress?.total ?? null} label="Records weighed" big />
            <p className="t-2 mt-2 num">
              {formatCount(progress?.done ?? 0)}
              {progress?.total ? ` of ${countOf(progress.total, ...nouns)}` : ""}
            </p>
          </div>
          <Button onClick={() => cancel.mutate()} busy={cancel.isPending}>
            Stop
          </Button>
        </div>
      </Card>
    );
  }
  const { changed, records, counts } = preview;
  if (changed === null || changed === undefined) return null;
  const applied = preview.appliedBy ?? null;
  return (
    <Card
      flush
      title="Preview"
      sub={`Made ${formatMoment(preview.startedAt)}`}
      aside={
        applied === null ? (
          <Button
            variant="primary"
            disabledReason={
              outdated
                ? "The rules above were changed since. Preview them first"
                : changed === 0
                  ? "No value would be another. Save the rules instead"
                  : undefined
            }
            onClick={() => setAsking(true)}
          >
            Apply to existing {nouns[1]}
          </Button>
        ) : (
          <Link className="btn" to={`/bulk/${applied}`}>
            See the bulk change
          </Link>
        )
      }
    >
      <div className="p-4">
        <p data-testid="survivorship-result">
          <b className="num">{formatCount(changed)}</b> of {countOf(records ?? 0, ...nouns)}{" "}
          {applied === null ? "would hold another value." : "were to hold another value; these rules were applied."}
        </p>
        {counts === null || counts === undefined || counts.length === 0 ? null : (
          <ul className="row flex-wrap mt-2 t-2" aria-label="Values by field">
            {counts.map((one) => (
              <li key={one.field} className="tag">
                {one.label} <b className="num">{formatCount(one.count)}</b>
              </li>
            ))}
          </ul>
        )}
        {applied === null && changed > 0 && !preview.expiresAt ? (
          <Notice tone="info">The list is kept for a day and is gone. Preview again to see it.</Notice>
        ) : null}
      </div>
      {preview.expiresAt && changed > 0 ? (
        <PreviewRows entity={entity} preview={preview} sources={shown.sources} />
      ) : null}
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Apply to ${countOf(changed, ...nouns)}?`}
        description="The rules hold from now on, and a bulk change gives these records the values listed. It can be undone as a whole."
      >
        {apply.isError ? (
          <div className="p-4">
            <Notice tone="danger">{messageOf(apply.error)}</Notice>
          </div>
        ) : null}
        <footer className="dialog-foot">
          <Button onClick={() => setAsking(false)}>Cancel</Button>
          <Button variant="primary" busy={apply.isPending} onClick={() => apply.mutate()}>
            Apply
          </Button>
        </footer>
      </Dialog>
    </Card>
  );
}
