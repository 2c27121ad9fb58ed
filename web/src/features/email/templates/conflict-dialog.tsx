import { Button } from "@/components/button.tsx";
import { Dialog } from "@/components/dialog.tsx";
import { formatMoment } from "@/lib/format.ts";
import { Changes } from "./changes.tsx";
import { draftOf } from "./draft.ts";
import type { TemplateDetail } from "./queries.ts";
import type { DraftState } from "./use-draft.ts";

/** Somebody else saved the draft while this one was written: whose stands is for the writer to say. */
export function ConflictDialog({
  template,
  state,
  onClose,
}: {
  template: TemplateDetail;
  state: DraftState;
  /** To decide later: nothing is saved until then. */
  onClose: () => void;
}) {
  const { savedByName, savedAt } = template;
  return (
    <Dialog
      open
      onClose={onClose}
      width={760}
      title={`${savedByName ?? "Somebody else"} saved this draft meanwhile`}
      description={`Saved ${formatMoment(savedAt)}. Nothing of yours is lost: below is what yours changes in theirs.`}
    >
      <div className="dialog-body">
        <Changes before={draftOf(template.draft)} after={state.draft} />
      </div>
      <div className="dialog-foot flex-wrap">
        <Button variant="danger" className="mr-auto" onClick={state.takeTheirs}>
          Take theirs
        </Button>
        <Button onClick={onClose}>Decide later</Button>
        <Button variant="primary" onClick={state.keepMine}>
          Save mine over it
        </Button>
      </div>
    </Dialog>
  );
}
