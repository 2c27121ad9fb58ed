import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { useShortcuts } from "@/lib/keys.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import "./page.css";
import "./wizard.css";

/** Title and steps on top, Back on the left, the named next step on the right. The step itself lives in the page's URL. */
export function Wizard({
  title,
  sub,
  steps,
  current,
  onStep,
  children,
  onBack,
  backLabel = "Back",
  onNext,
  nextLabel,
  nextTone = "primary",
  nextBusy,
  nextDisabledReason,
  footNote,
  notice,
}: {
  title: string;
  /** One line under the title: what this is about. */
  sub?: ReactNode;
  /** Empty on a page beside the steps. */
  steps: readonly string[];
  /** Index into `steps`; past the last one when everything is done. */
  current: number;
  /** Every step can be gone to at any time: by a press, and by Alt and its number. */
  onStep?: (index: number) => void;
  children: ReactNode;
  onBack?: () => void;
  backLabel?: string;
  /** Left out on a page that has nothing to do. */
  onNext?: () => void;
  nextLabel?: string;
  /** "danger-solid" where going on takes something away. */
  nextTone?: "primary" | "danger-solid";
  nextBusy?: boolean;
  nextDisabledReason?: string | undefined;
  footNote?: ReactNode;
  /** Over the foot: why the last attempt to go on failed. */
  notice?: ReactNode;
}) {
  useStepKeys(steps, onStep, onBack);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="wizard-head">
        <div className="min-w-0">
          <h1 className="clip">{title}</h1>
          {sub === undefined ? null : <p className="t-3 clip mt-0.5">{sub}</p>}
        </div>
        {steps.length === 0 ? null : (
          <ol className="stepper" aria-label="Steps">
            {steps.map((step, index) => (
              <Step
                key={step}
                index={index}
                current={current}
                label={step}
                {...(onStep === undefined ? {} : { onPress: () => onStep(index) })}
              />
            ))}
          </ol>
        )}
      </div>
      {children}
      {notice === undefined || notice === null ? null : <div className="px-5 pb-3">{notice}</div>}
      {onBack === undefined && onNext === undefined ? null : (
        <div className="wizard-foot">
          {onBack === undefined ? null : <Button onClick={onBack}>{backLabel}</Button>}
          <span className="t-3 clip max-md:hidden">{footNote}</span>
          {onNext === undefined ? null : (
            <Next
              onNext={onNext}
              label={nextLabel ?? "Next"}
              tone={nextTone}
              busy={nextBusy ?? false}
              disabledReason={nextDisabledReason}
            />
          )}
        </div>
      )}
    </div>
  );
}

function Step({
  index,
  current,
  label,
  onPress,
}: {
  index: number;
  current: number;
  label: string;
  onPress?: () => void;
}) {
  const here = index === current ? { "aria-current": "step" as const } : {};
  const words = (
    <>
      <span className="b">{index < current ? <Icon as={Check} /> : index + 1}</span>
      <span className={index === current ? "" : "max-md:sr-only"}>{label}</span>
    </>
  );
  return (
    <li className={index < current ? "done" : ""} {...(onPress === undefined ? here : {})}>
      {onPress === undefined ? (
        words
      ) : (
        <button type="button" onClick={onPress} {...here}>
          {words}
        </button>
      )}
    </li>
  );
}

/** Only where steps can be gone to as one likes: elsewhere the way is one way. */
function useStepKeys(
  steps: readonly string[],
  onStep: ((index: number) => void) | undefined,
  onBack: (() => void) | undefined,
): void {
  useShortcuts(
    [
      ...steps.map((step, index) => ({
        keys: `alt+${index + 1}`,
        label: step,
        group: "Steps",
        whileTyping: true,
        // Nobody leaves a step from under an open dialog, whose input would be gone.
        ofPage: true,
        run: () => onStep?.(index),
      })),
      {
        keys: "alt+arrowleft",
        label: "Back",
        group: "Steps",
        whileTyping: true,
        ofPage: true,
        run: () => onBack?.(),
      },
    ],
    onStep !== undefined,
  );
}

function Next(props: {
  onNext: () => void;
  label: string;
  tone: "primary" | "danger-solid";
  busy: boolean;
  disabledReason: string | undefined;
}) {
  const blocked = props.busy || props.disabledReason !== undefined;
  useShortcuts([
    {
      keys: "mod+enter",
      label: props.label,
      group: "On this page",
      whileTyping: true,
      run: () => (blocked ? undefined : props.onNext()),
    },
  ]);
  return (
    <span className="ml-auto shrink-0">
      <Button
        variant={props.tone}
        onClick={props.onNext}
        busy={props.busy}
        disabledReason={props.disabledReason}
        keys="mod+enter"
      >
        {props.label}
      </Button>
    </span>
  );
}
