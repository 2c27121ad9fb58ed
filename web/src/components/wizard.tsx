import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import "./wizard.css";

/** Steps on top, Back on the left, the named next step on the right. The step itself lives in the URL of the page. */
export function Wizard({
  steps,
  current,
  children,
  onBack,
  onNext,
  nextLabel,
  nextBusy,
  nextDisabledReason,
  footNote,
}: {
  steps: readonly string[];
  /** Index into `steps`. */
  current: number;
  children: ReactNode;
  onBack?: () => void;
  /** Left out on a last page that has nothing to do. */
  onNext?: () => void;
  nextLabel?: string;
  nextBusy?: boolean;
  nextDisabledReason?: string | undefined;
  footNote?: ReactNode;
}) {
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="wizard-head">
        <ol className="stepper" aria-label="Steps">
          {steps.map((step, index) => (
            <li
              key={step}
              className={index < current ? "done" : ""}
              {...(index === current ? { "aria-current": "step" as const } : {})}
            >
              <span className="b">{index < current ? <Icon as={Check} /> : index + 1}</span>
              <span className={index === current ? "" : "max-md:sr-only"}>{step}</span>
            </li>
          ))}
        </ol>
      </div>
      <div className="min-h-0 flex-1 overflow-auto">{children}</div>
      {onBack === undefined && onNext === undefined ? null : (
        <div className="wizard-foot">
          {onBack === undefined ? null : (
            <Button variant="quiet" onClick={onBack}>
              Back
            </Button>
          )}
          <span className="t-3 ml-auto">{footNote}</span>
          {onNext === undefined ? null : (
            <Button
              variant="primary"
              onClick={onNext}
              busy={nextBusy ?? false}
              disabledReason={nextDisabledReason}
              keys="mod+enter"
            >
              {nextLabel ?? "Next"}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
