import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Download, PenLine } from "lucide-react";
import { Link, useNavigate } from "react-router";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { Icon } from "@/components/icon.tsx";
import { Notice } from "@/components/notice.tsx";
import { OutcomeBar } from "@/components/outcome-bar.tsx";
import { toastFailed } from "@/components/toast.tsx";
import { Wizard } from "@/components/wizard.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { messageOf } from "@/lib/api-error.ts";
import { formatCount } from "@/lib/format.ts";
import { VerifyImport } from "@/records/email-verification/verify-import.tsx";
import { LookUpImport } from "@/records/phone-validity/look-up-import.tsx";
import { Undone } from "@/records/undo/undone.tsx";
import { importRest } from "./again.ts";
import { FileWords } from "./file-words.tsx";
import { partsOf, STEPS } from "./import-state.ts";
import { downloadRejects } from "./mutations.ts";
import { OutcomeSums } from "./outcome-sums.tsx";
import { Problems } from "./problems.tsx";
import type { Import } from "./queries.ts";
import { ResultHeadline } from "./result-headline.tsx";
import { SettingsUsed } from "./settings-used.tsx";
import { undoableImport } from "./undo-queries.ts";
import "@/components/card.css";
import "@/components/result.css";

/** The lasting end of an import: every row accounted for, every number opening what it counts. */
export function ResultStep({ one }: { one: Import }) {
  const { outcomes } = one;
  const rejects = useMutation({
    mutationFn: () => downloadRejects(one),
    onError: (error) =>
      toastFailed(`The rows with problems were not saved. ${messageOf(error)}`, () => rejects.mutate()),
  });
  const mayRun = useMay("IMPORTS_RUN");
  const ofAccounts = one.kind === "ACCOUNTS";
  const hasRejects = one.filesRemovedAt === null && (Boolean(one.rejectFileUrl) || outcomes.rejected > 0);
  return (
    <Wizard title={one.name} sub={<FileWords one={one} />} steps={STEPS} current={STEPS.length}>
      <div className="scroll bg-well">
        <div className="result-grid">
          {one.state === "FAILED" || one.state === "CANCELLED" ? <EndedEarly one={one} mayRun={mayRun} /> : null}
          <section className="card hero" aria-label="Result">
            <ResultHeadline one={one} />
            <div className="mt-4 mb-1">
              <OutcomeBar parts={partsOf(outcomes)} total={outcomes.read} />
            </div>
            <OutcomeSums one={one} links />
          </section>
          {one.undo ? (
            <Undone work={undoableImport(one.id)} undo={one.undo} to={`/contacts/imports/${one.id}/undo`} />
          ) : null}
          <Problems
            one={one}
            action={
              hasRejects ? (
                <div className="row">
                  <Button small icon={Download} busy={rejects.isPending} onClick={() => rejects.mutate()}>
                    Download these rows
                  </Button>
                  {mayRun && outcomes.rejected > one.fixedRows ? (
                    <Link className="btn btn-sm" to={`/contacts/imports/${one.id}/fix`}>
                      <Icon as={PenLine} />
                      Fix these rows
                    </Link>
                  ) : null}
                </div>
              ) : undefined
            }
          />
          {ofAccounts ? null : <VerifyImport importId={one.id} />}
          <LookUpImport importId={one.id} entity={ofAccounts ? "ACCOUNT" : "CONTACT"} />
          <Card title={ofAccounts ? "Beside the accounts" : "Beside the contacts"}>
            <dl className="side-sums">
              {ofAccounts ? null : (
                <>
                  <dt>
                    <Dot on={one.accountsCreated > 0} tone="success" />
                    Accounts created
                  </dt>
                  <dd data-testid="accounts-created">{formatCount(one.accountsCreated)}</dd>
                  <dt>
                    <Dot on={one.accountsUpdated > 0} tone="primary" />
                    Accounts updated
                  </dt>
                  <dd data-testid="accounts-updated">{formatCount(one.accountsUpdated)}</dd>
                </>
              )}
              <dt>
                <Dot on={outcomes.warnings > 0} tone="warning" />
                Rows that went in with a warning
              </dt>
              <dd>{formatCount(outcomes.warnings)}</dd>
            </dl>
            <p className="t-12 t-3 mt-3">Counted apart: the rows above add up without these.</p>
            {ofAccounts || one.accountsCreated + one.accountsUpdated === 0 ? null : (
              <Link className="link t-12" to={`/accounts?import=${one.id}`}>
                Open these accounts
              </Link>
            )}
          </Card>
          <SettingsUsed one={one} />
        </div>
      </div>
    </Wizard>
  );
}

/** Stopped or broken off: what is written stays, and the rest is one press away. */
function EndedEarly({ one, mayRun }: { one: Import; mayRun: boolean }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const rest = useMutation({
    mutationFn: () => importRest(one.id),
    onSuccess: async (id) => {
      await client.invalidateQueries({ queryKey: ["imports"] });
      void navigate(`/contacts/imports/${id}`, { state: { fresh: true } });
    },
  });
  const failed = one.state === "FAILED";
  return (
    <div className="span">
      <Notice
        tone={failed || rest.isError ? "danger" : "warning"}
        title={rest.isError ? "The rest was not started" : failed ? "The import ended early" : "The import was stopped"}
        action={
          mayRun ? (
            <Button small busy={rest.isPending} onClick={() => rest.mutate()}>
              Import the rest
            </Button>
          ) : undefined
        }
      >
        {rest.isError
          ? messageOf(rest.error)
          : `${failed ? `${one.error ?? "Something went wrong while it ran."} ` : ""}What was written before stays. The rest is counted as not run; when it is imported, rows that are in already come out unchanged.`}
      </Notice>
    </div>
  );
}

function Dot({ on, tone }: { on: boolean; tone: "success" | "primary" | "warning" }) {
  return <i className={`dot ${on ? tone : ""}`} aria-hidden="true" />;
}
