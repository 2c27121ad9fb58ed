import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { toastDone } from "@/components/toast.tsx";
import { createList, refreshLists } from "@/features/audience/lists/mutations.ts";
import { RefusedError } from "@/lib/api-error.ts";
import { countOf } from "@/lib/format.ts";
import { selectionOf } from "../bulk/bulk-draft.ts";
import type { RecordKind } from "../record-kind.ts";
import { type Answer, answerOf } from "./answer.ts";
import { ListFields, listSaid, NAME_MISSING, NEW_LIST } from "./list-fields.tsx";

/** What the fields say themselves when the server refuses it. */
const IN_PLACE = ["name", "tags", "visibility", "teamId"];

/** A new list of all that a filter finds at this moment. */
export function MakeListDialog({
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
  const client = useQueryClient();
  const [draft, setDraft] = useState(NEW_LIST);
  const [missing, setMissing] = useState(false);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  // Held still while the dialog is open: the filter behind it may be changed.
  const [{ selection, expected }] = useState(() => ({
    selection: selectionOf(kind.entity, { ids: null, except: [], filter }),
    expected: count,
  }));
  const make = useMutation({
    mutationFn: () => createList({ entity: kind.entity, ...listSaid(draft), selection, expected, idempotencyKey }),
    onSuccess: async (made) => {
      await refreshLists(client, made.list);
      // The notice at the foot of the page follows it from here.
      if (made.change?.bulkId) await client.invalidateQueries({ queryKey: ["bulks"] });
      const { id, name } = made.list ?? { id: null, name: draft.name.trim() };
      if (id === null) toastDone(`List “${name}” made`);
      onMade(id, answerOf("ADD", { id, name, entity: kind.entity }, made));
    },
  });
  const refused = make.error instanceof RefusedError ? make.error.userErrors : [];
  const inPlace = refused.length > 0 && refused.every(({ field }) => IN_PLACE.includes(field ?? ""));
  return (
    <Dialog
      open
      onClose={onClose}
      title="Make list"
      description={
        expected === null
          ? `The ${kind.nouns} that match now. Who matches later does not join by itself.`
          : `${countOf(expected, kind.noun, kind.nouns)} now. Who matches later does not join by itself.`
      }
      width={520}
    >
      <FormShell
        onSubmit={() => {
          setMissing(draft.name.trim() === "");
          if (draft.name.trim() !== "") make.mutate();
        }}
        loading={make.isPending}
        submitError={inPlace ? null : make.error}
        submitLabel="Make list"
        onCancel={onClose}
        footNote="Runs in the background"
      >
        <ListFields
          draft={draft}
          autoFocus
          onChange={(patch) => {
            setDraft({ ...draft, ...patch });
            setMissing(false);
            if (make.isError) make.reset();
          }}
          problemOf={(field) =>
            field === "name" && missing ? NAME_MISSING : refused.find((error) => error.field === field)?.message
          }
        />
      </FormShell>
    </Dialog>
  );
}
