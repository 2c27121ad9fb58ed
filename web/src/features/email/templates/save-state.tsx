import { Check, CircleAlert } from "lucide-react";
import { Button } from "@/components/button.tsx";
import { Icon } from "@/components/icon.tsx";
import type { DraftState } from "./use-draft.ts";

/** Whether what is written is saved. The reason why it is not stands above the form. */
export function SaveState({ state, onDecide }: { state: DraftState; onDecide: () => void }) {
  const { dirty, saving, error, conflict } = state;
  const failed = error !== null;
  return (
    <span className="row gap-2">
      <span className="t-12 t-2 row gap-1" role="status">
        {saving ? (
          "Saving"
        ) : failed || conflict ? (
          <>
            <Icon as={CircleAlert} size="sm" className="c-danger" />
            Not saved
          </>
        ) : dirty ? (
          "Not saved yet"
        ) : (
          <>
            <Icon as={Check} size="sm" />
            Saved
          </>
        )}
      </span>
      {conflict ? (
        <Button small onClick={onDecide}>
          Decide whose stands
        </Button>
      ) : failed && !saving ? (
        <Button small onClick={() => void state.save()}>
          Save again
        </Button>
      ) : null}
    </span>
  );
}
