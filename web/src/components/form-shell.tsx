import type { ReactNode } from "react";
import { useRef } from "react";
import { messageOf } from "@/lib/api-error.ts";
import { useShortcuts } from "@/lib/keys.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";
import "./dialog.css";

/**
 * The one form frame: fields, the error of the whole in place, cancel and a named submit. What was typed stays on any
 * failure. `loading` and `submitError` are required so that no form forgets them.
 */
export function FormShell({
  onSubmit,
  loading,
  submitError,
  submitLabel,
  submitTone = "primary",
  submitDisabledReason,
  failedTitle,
  onCancel,
  children,
  footNote,
}: {
  onSubmit: () => void;
  loading: boolean;
  /** What the last attempt ended with; null when there was none or the fields say it themselves. */
  submitError: unknown;
  submitLabel: string;
  /** "danger-solid" where it takes something away. */
  submitTone?: "primary" | "danger-solid";
  submitDisabledReason?: string | undefined;
  /** Over why it failed, where nothing was to be saved. */
  failedTitle?: string | undefined;
  onCancel?: () => void;
  children: ReactNode;
  footNote?: ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  const failed = submitError !== null && submitError !== undefined;
  // It only asks, and there is nothing to fill in.
  const bare = children === null;
  useShortcuts([
    {
      keys: "mod+enter",
      label: submitLabel,
      group: "Form",
      whileTyping: true,
      run: () => form.current?.requestSubmit(),
    },
  ]);
  return (
    <form
      ref={form}
      noValidate
      className="flex min-h-0 flex-1 flex-col"
      onSubmit={(event) => {
        event.preventDefault();
        if (!loading && submitDisabledReason === undefined) onSubmit();
      }}
    >
      <div className={bare && !failed ? "h-4" : "dialog-body flex flex-col gap-5"}>
        {failed ? (
          <Notice tone="danger" title={failedTitle ?? (bare ? "Not done" : "Not saved. What you typed is kept.")}>
            {messageOf(submitError)}
          </Notice>
        ) : null}
        {children}
      </div>
      <div className="dialog-foot">
        {footNote === undefined ? null : <span className="t-12 t-3 mr-auto">{footNote}</span>}
        {onCancel === undefined ? null : (
          <Button variant="quiet" onClick={onCancel}>
            Cancel
          </Button>
        )}
        <Button
          type="submit"
          variant={submitTone}
          busy={loading}
          keys="mod+enter"
          disabledReason={submitDisabledReason}
        >
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}
