import { Check, CircleAlert } from "lucide-react";
import type { Autosaved } from "@/lib/use-autosave.ts";
import { Icon } from "./icon.tsx";

/** Whether what is written is saved, in a word. Why it is not stands beside the form. */
export function SaveLine({
  state: { saving, dirty, error },
  missing,
}: {
  state: Pick<Autosaved<unknown>, "saving" | "dirty" | "error">;
  /** What it lacks before it can be saved; null: nothing. */
  missing: string | null;
}) {
  return (
    <span className="t-12 t-2 row gap-1" role="status">
      {saving ? (
        "Saving"
      ) : error !== null ? (
        <>
          <Icon as={CircleAlert} size="sm" className="c-danger" />
          Not saved
        </>
      ) : dirty ? (
        (missing ?? "Not saved yet")
      ) : (
        <>
          <Icon as={Check} size="sm" />
          Saved
        </>
      )}
    </span>
  );
}
