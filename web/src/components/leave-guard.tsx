import { useEffect, useState } from "react";
import { useBlocker } from "react-router";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

/** State of a navigation before which everything was saved, though the page may not know it yet. */
export const SAVED = { saved: true };

/** Nobody leaves what is not saved by accident: not by a link, and not by closing the window. */
export function LeaveGuard({
  unsaved,
  save,
}: {
  unsaved: boolean;
  /** Whether all of it is. */ save: () => Promise<boolean>;
}) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      unsaved &&
      currentLocation.pathname !== nextLocation.pathname &&
      (nextLocation.state as Partial<typeof SAVED> | null)?.saved !== true,
  );
  const [saving, setSaving] = useState(false);
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [unsaved]);
  if (blocker.state !== "blocked") return null;
  const saveAndLeave = async () => {
    setSaving(true);
    const saved = await save();
    setSaving(false);
    if (saved) blocker.proceed();
    else blocker.reset();
  };
  return (
    <Dialog
      open
      onClose={() => blocker.reset()}
      title="Not everything is saved"
      description="What you wrote last is only on this page. If it cannot be saved, you stay here and read why."
    >
      <div className="dialog-foot flex-wrap">
        <Button variant="danger" className="mr-auto" onClick={() => blocker.proceed()}>
          Leave without saving
        </Button>
        <Button onClick={() => blocker.reset()}>Stay</Button>
        <Button variant="primary" busy={saving} onClick={() => void saveAndLeave()}>
          Save and leave
        </Button>
      </div>
    </Dialog>
  );
}
