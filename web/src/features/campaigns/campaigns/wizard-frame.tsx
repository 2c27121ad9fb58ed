import type { ReactNode } from "react";
import { useNavigate } from "react-router";
import { Button } from "@/components/button.tsx";
import { LeaveGuard, SAVED } from "@/components/leave-guard.tsx";
import { Notice } from "@/components/notice.tsx";
import { SaveLine } from "@/components/save-line.tsx";
import { Wizard } from "@/components/wizard.tsx";
import { messageOf } from "@/lib/api-error.ts";
import type { Autosaved } from "@/lib/use-autosave.ts";
import type { Campaign } from "./queries.ts";
import { campaignPath, type Step, STEP_LABELS, stepPath, STEPS } from "./words.ts";
import "./campaigns.css";

const LABELS = STEPS.map((step) => STEP_LABELS[step]);

/** A step of a campaign between the others. What is written is saved before one goes on. */
export function WizardFrame({
  campaign,
  step,
  saving,
  missing = null,
  children,
  last,
  notice,
}: {
  campaign: Campaign;
  step: Step;
  /** What is written here; null where nothing is. */
  saving: Pick<Autosaved<unknown>, "dirty" | "saving" | "error" | "save"> | null;
  /** What it lacks before it can be saved. */
  missing?: string | null;
  children: ReactNode;
  /** The act at the end, instead of a next step. */
  last?: { label: string; busy: boolean; blocked: string | undefined; run: () => void };
  notice?: ReactNode;
}) {
  const navigate = useNavigate();
  const at = STEPS.indexOf(step);
  const go = async (to: string) => {
    const saved = saving === null || (await saving.save());
    // Nothing was changed that the guard could ask about, and yet it is not kept: the step has said why.
    if (!saved && saving?.dirty === false) return;
    // What could not be saved is asked about by the guard.
    void navigate(to, saved ? { state: SAVED } : {});
  };
  const before = STEPS[at - 1];
  const after = STEPS[at + 1];
  const failed = saving !== null && saving.error !== null && !saving.saving ? saving : null;
  const next =
    last === undefined
      ? {
          onNext: () => void (after === undefined ? undefined : go(stepPath(campaign, after))),
          nextLabel: after === undefined ? "Next" : STEP_LABELS[after],
          nextBusy: saving?.saving ?? false,
          nextDisabledReason: saving?.dirty === true && missing !== null ? missing : undefined,
        }
      : { onNext: last.run, nextLabel: last.label, nextBusy: last.busy, nextDisabledReason: last.blocked };
  return (
    <>
      <Wizard
        title={campaign.name}
        sub={saving === null ? STEP_LABELS[step] : <SaveLine state={saving} missing={missing} />}
        steps={LABELS}
        current={at}
        onStep={(index) => {
          const to = STEPS[index];
          if (to !== undefined && to !== step) void go(stepPath(campaign, to));
        }}
        onBack={() => void go(before === undefined ? campaignPath(campaign) : stepPath(campaign, before))}
        backLabel={before === undefined ? "Close" : "Back"}
        {...next}
        notice={
          failed === null ? (
            (notice ?? null)
          ) : (
            <Notice
              tone="danger"
              title="Not saved. What you chose is kept here."
              action={
                <Button small onClick={() => void failed.save()}>
                  Save again
                </Button>
              }
            >
              {messageOf(failed.error)}
            </Notice>
          )
        }
      >
        <div className="campaign-step">
          <h2 ref={begin} className="sr" tabIndex={-1}>
            {STEP_LABELS[step]}
          </h2>
          {children}
        </div>
      </Wizard>
      <LeaveGuard unsaved={saving?.dirty === true || saving?.saving === true} save={saving?.save ?? nothing} />
    </>
  );
}

/** Who goes by keys begins at the top of the step that opened, and hears which it is. */
function begin(heading: HTMLHeadingElement | null): void {
  heading?.focus({ preventScroll: true });
}

const nothing = () => Promise.resolve(true);
