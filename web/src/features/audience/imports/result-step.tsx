import { useMutation } from "@tanstack/react-query";
import { Check, CircleSlash, Download, TriangleAlert, Users } from "lucide-react";
import { Link } from "react-router";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { Icon } from "@/components/icon.tsx";
import { Notice } from "@/components/notice.tsx";
import { OutcomeBar } from "@/components/outcome-bar.tsx";
import { toastFailed } from "@/components/toast.tsx";
import { Wizard } from "@/components/wizard.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { countOf, formatCount, formatMoment } from "@/lib/format.ts";
import { cameOf, importedOf, partsOf, secondsBetween, STEPS } from "./import-state.ts";
import { formatWords } from "./mapping.ts";
import { downloadFile, downloadRejects } from "./mutations.ts";
import { OutcomeSums } from "./outcome-sums.tsx";
import { Problems } from "./problems.tsx";
import type { Import } from "./queries.ts";
import { SettingsUsed } from "./settings-used.tsx";
import "@/components/card.css";

/** The lasting end of an import: every row accounted for, every number opening what it counts. */
export function ResultStep({ one }: { one: Import }) {
  const { outcomes } = one;
  const rejects = useMutation({
    mutationFn: () => downloadRejects(one),
    onError: (error) =>
      toastFailed(`The rows with problems were not saved. ${messageOf(error)}`, () => rejects.mutate()),
  });
  const file = useMutation({
    mutationFn: () => downloadFile(one),
    onError: (error) => toastFailed(`The file was not saved. ${messageOf(error)}`, () => file.mutate()),
  });
  const hasRejects = Boolean(one.rejectFileUrl) || outcomes.rejected > 0;
  return (
    <Wizard
      title={one.name}
      sub={
        <>
          <span className="mono">{one.fileName}</span>, {countOf(outcomes.read, "row", "rows")}, {formatWords(one)}
        </>
      }
      steps={STEPS}
      current={STEPS.length}
    >
      <div className="scroll bg-well">
        <div className="result-grid">
          {one.state === "FAILED" ? (
            <div className="span">
              <Notice tone="danger" title="The import ended early">
                {one.error ?? "Something went wrong while it ran."} What was written before stays; the rest is counted
                as not run. Upload the file again to go on.
              </Notice>
            </div>
          ) : null}
          <section className="card hero" aria-label="Result">
            <Headline one={one} onFile={() => file.mutate()} fileBusy={file.isPending} />
            <div className="mt-4 mb-1">
              <OutcomeBar parts={partsOf(outcomes)} total={outcomes.read} />
            </div>
            <OutcomeSums one={one} links />
          </section>
          <Problems
            one={one}
            action={
              hasRejects ? (
                <Button small icon={Download} busy={rejects.isPending} onClick={() => rejects.mutate()}>
                  Download these rows
                </Button>
              ) : undefined
            }
          />
          <Card title="Beside the contacts">
            <dl className="side-sums">
              <dt>
                <Dot on={one.accountsCreated > 0} tone="success" />
                Accounts created
              </dt>
              <dd>{formatCount(one.accountsCreated)}</dd>
              <dt>
                <Dot on={one.accountsUpdated > 0} tone="primary" />
                Accounts updated
              </dt>
              <dd>{formatCount(one.accountsUpdated)}</dd>
              <dt>
                <Dot on={outcomes.warnings > 0} tone="warning" />
                Rows that went in with a warning
              </dt>
              <dd>{formatCount(outcomes.warnings)}</dd>
            </dl>
            <p className="t-12 t-3 mt-3">Counted apart: the rows above add up without these.</p>
          </Card>
          <SettingsUsed one={one} />
        </div>
      </div>
    </Wizard>
  );
}

function Dot({ on, tone }: { on: boolean; tone: "success" | "primary" | "warning" }) {
  return <i className={`dot ${on ? tone : ""}`} aria-hidden="true" />;
}

function Headline({ one, onFile, fileBusy }: { one: Import; onFile: () => void; fileBusy: boolean }) {
  const { outcomes, state } = one;
  const seconds = secondsBetween(one.startedAt, one.finishedAt);
  const took = seconds === null ? "" : ` in ${secondsWords(seconds)}`;
  const title =
    state === "CANCELLED"
      ? `Stopped after ${countOf(outcomes.read - outcomes.notRun, "row", "rows")} of ${formatCount(outcomes.read)}`
      : `${cameOf(outcomes)}${importedOf(outcomes) > 0 ? took : ""}`;
  const look =
    state === "COMPLETED"
      ? { icon: Check, tone: "success" }
      : state === "CANCELLED"
        ? { icon: CircleSlash, tone: "warning" }
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
          {one.finishedAt ? `Finished ${formatMoment(one.finishedAt)}` : "Finished"}
          {one.createdBy ? ` by ${one.createdBy}` : ""}. This page stays.
        </p>
      </div>
      <Button icon={Download} busy={fileBusy} onClick={onFile}>
        Original file
      </Button>
      <Link className="btn" to={`/contacts?import=${one.id}`}>
        <Icon as={Users} />
        Open contacts
      </Link>
    </div>
  );
}

/** "9.4 s", "1 min 12 s". */
function secondsWords(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const rest = Math.round(seconds % 60);
  return `${Math.floor(seconds / 60)} min${rest === 0 ? "" : ` ${rest} s`}`;
}
