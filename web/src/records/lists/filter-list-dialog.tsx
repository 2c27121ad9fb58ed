import { useState } from "react";
import { toastDone } from "@/components/toast.tsx";
import { createList } from "@/features/audience/lists/mutations.ts";
import { countOf } from "@/lib/format.ts";
import { selectionOf } from "../bulk/bulk-draft.ts";
import type { RecordKind } from "../record-kind.ts";
import type { Answer } from "./answer.ts";
import { MakeListDialog } from "./make-list-dialog.tsx";

/** A new list of all that a filter finds at this moment. */
export function FilterListDialog({
  kind,
  filter,
  count,
  onClose,
  onMade,
}: {
  kind: RecordKind;
  /** The arguments of the list of records. */
  filter: object;
  /** How many it finds; null while that is counted. */
  count: number | null;
  onClose: () => void;
  /** `id`: null where the read side does not show it yet. */
  onMade: (id: string | null, answer: Answer | null) => void;
}) {
  // Held still while the dialog is open: the filter behind it may be changed.
  const [{ selection, expected }] = useState(() => ({
    selection: selectionOf(kind.entity, { ids: null, except: [], filter }),
    expected: count,
  }));
  return (
    <MakeListDialog
      entity={kind.entity}
      name=""
      description={
        expected === null
          ? `The ${kind.nouns} that match now. Who matches later does not join by itself.`
          : `${countOf(expected, kind.noun, kind.nouns)} now. Who matches later does not join by itself.`
      }
      make={(said) => createList({ entity: kind.entity, ...said, selection, expected })}
      onMade={({ id, name }, answer) => {
        if (id === null) toastDone(`List “${name}” made`);
        onMade(id, answer);
      }}
      onClose={onClose}
    />
  );
}
