import { useQuery } from "@tanstack/react-query";
import { Eraser, PenLine, Play } from "lucide-react";
import { useCallback, useState } from "react";
import { Status } from "@/components/badge.tsx";
import { Button, IconButton } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { LoadError, Notice } from "@/components/notice.tsx";
import { Timeline, TimelineItem } from "@/components/timeline.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { formatDay, formatMoment, sentence } from "@/lib/format.ts";
import { usePageActions } from "@/shell/actions.ts";
import { PageSkeleton } from "@/shell/shell.tsx";
import { type RetentionRule, type RetentionRun, retentionQuery } from "./queries.ts";
import { RuleDialog } from "./rule-dialog.tsx";
import { RunCard } from "./run-card.tsx";
import { RunDialog } from "./run-dialog.tsx";
import { changeWords, runWords } from "./words.ts";
import "@/components/data-table/table.css";

/** How long each kind of data is kept, and what runs deleted. */
export function Retention() {
  const query = useQuery(retentionQuery);
  const mayManage = useMay("RETENTION_MANAGE");
  const [open, setOpen] = useState<RetentionRule | null>(null);
  const [jobId, setJobId] = useState<string | null>(null);
  const over = useCallback(() => setJobId(null), []);
  const [asking, setAsking] = useState(false);
  // Not the page's primary action: that one has a key, and what this deletes does not come back.
  usePageActions(
    mayManage && jobId === null
      ? [
          {
            id: "retention-run",
            label: "Run now",
            icon: Play,
            group: "On this page",
            run: () => setAsking(true),
          },
        ]
      : [],
  );
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) {
    return (
      <div className="p-5">
        <LoadError what="The rules" error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  const { retentionRules, retentionRuleChanges, retentionRuns } = query.data;
  return (
    <div className="flex max-w-220 flex-col gap-3 p-5">
      <Notice tone="info" title="What is older than its rule is deleted each night">
        What stands under a legal hold is kept, whatever a rule says. A rule that deletes more than before is set after
        a dry run of it.
      </Notice>
      {jobId === null ? null : <RunCard jobId={jobId} onOver={over} />}
      <Card flush>
        <div className="overflow-x-auto">
          <table className="dt flush">
            <thead>
              <tr>
                <th scope="col" className="w-1/2">
                  What
                </th>
                <th scope="col">Kept</th>
                <th scope="col" className="max-md:hidden">
                  Changed
                </th>
                {mayManage ? (
                  <th scope="col" className="r w-24">
                    Actions
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {retentionRules.map((rule) => (
                <Row key={rule.kind} rule={rule} change={mayManage ? () => setOpen(rule) : null} />
              ))}
            </tbody>
          </table>
        </div>
      </Card>
      <Runs runs={retentionRuns} ask={mayManage && jobId === null ? () => setAsking(true) : null} />
      {retentionRuleChanges.length === 0 ? null : (
        <Card title="What was changed">
          <Timeline label="What was changed">
            {retentionRuleChanges.map((change) => (
              <TimelineItem key={change.position} icon={PenLine}>
                <p className="med">{changeWords(change)}</p>
                {change.note ? <p>{change.note}</p> : null}
                <p className="t-12 t-3">{[formatMoment(change.at), change.actorName].filter(Boolean).join(" · ")}</p>
              </TimelineItem>
            ))}
          </Timeline>
        </Card>
      )}
      {asking ? <RunDialog onStarted={setJobId} onClose={() => setAsking(false)} /> : null}
      {open === null ? null : <RuleDialog rule={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

function Row({ rule, change }: { rule: RetentionRule; change: (() => void) | null }) {
  return (
    <tr>
      <th scope="row" className="py-2 whitespace-normal">
        {rule.label}
        <span className="t-12 t-3 block font-normal">{rule.deletes}</span>
      </th>
      <td>
        {rule.onHold ? <Status tone="warning">On legal hold</Status> : null}
        <span>{sentence(rule.keep.label)}</span>
      </td>
      <td className="t-2 max-md:hidden">
        {rule.changedAt ? [formatDay(rule.changedAt), rule.changedBy].filter(Boolean).join(", by ") : "As it came"}
      </td>
      {change === null ? null : (
        <td className="r">
          <IconButton label={`Change the rule for ${rule.label}`} icon={PenLine} onClick={change} />
        </td>
      )}
    </tr>
  );
}

function Runs({ runs, ask }: { runs: RetentionRun[]; ask: (() => void) | null }) {
  return (
    <Card
      title="Runs"
      aside={
        ask === null ? undefined : (
          <Button small icon={Play} onClick={ask}>
            Run now
          </Button>
        )
      }
    >
      {runs.length === 0 ? (
        <p className="t-3">None yet. The first is in the coming night.</p>
      ) : (
        <Timeline label="Runs">
          {runs.map((run) => (
            <TimelineItem key={run.id} icon={Eraser}>
              <p className="med">{runWords(run)}</p>
              <p className="t-12 t-3">{[formatMoment(run.endedAt), run.askedBy].filter(Boolean).join(" · ")}</p>
            </TimelineItem>
          ))}
        </Timeline>
      )}
    </Card>
  );
}
