import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import type { Entity } from "@/gql/graphql.ts";
import { type Answer, answerOf } from "@/records/lists/answer.ts";
import { ListFields, listSaid, NAME_MISSING, NEW_LIST } from "@/records/lists/list-fields.tsx";
import { entriesOf } from "@/records/lists/words.ts";
import { toastDone } from "@/components/toast.tsx";
import { useProblems } from "./form.ts";
import { createList, refreshLists } from "./mutations.ts";
import { PasteField, pasteProblem } from "./paste-field.tsx";

/** A new list, empty or of what is pasted. */
export function CreateDialog({
  entity,
  onClose,
  onMade,
}: {
  entity: Entity;
  onClose: () => void;
  /** `id`: null where the read side does not show it yet. `answer`: what came of what was pasted. */
  onMade: (id: string | null, answer: Answer | null) => void;
}) {
  const client = useQueryClient();
  const [draft, setDraft] = useState(NEW_LIST);
  const [text, setText] = useState("");
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const pasted = entriesOf(text);
  const create = useMutation({
    mutationFn: () =>
      createList({ entity, ...listSaid(draft), ...(pasted.length === 0 ? {} : { pasted }), idempotencyKey }),
    onSuccess: async (made) => {
      await refreshLists(client, made.list);
      if (made.change?.bulkId) await client.invalidateQueries({ queryKey: ["bulks"] });
      const { id, name } = made.list ?? { id: null, name: draft.name.trim() };
      if (id === null) toastDone(`List “${name}” made`);
      onMade(id, answerOf("ADD", { id, name, entity }, made));
    },
  });
  const problems = useProblems(create, ["name", "tags", "visibility", "teamId", "pasted"]);
  return (
    <Dialog
      open
      onClose={onClose}
      title={entity === "ACCOUNT" ? "New list of accounts" : "New list of contacts"}
      width={520}
    >
      <FormShell
        onSubmit={() => {
          const lacks = draft.name.trim() === "";
          problems.setMissing(lacks ? { name: NAME_MISSING } : {});
          if (!lacks) create.mutate();
        }}
        loading={create.isPending}
        submitError={problems.submitError}
        submitLabel="Make list"
        submitDisabledReason={pasteProblem(text)}
        onCancel={onClose}
      >
        <ListFields
          draft={draft}
          autoFocus
          onChange={(patch) => {
            setDraft({ ...draft, ...patch });
            problems.clear();
          }}
          problemOf={problems.problemOf}
        />
        <PasteField
          entity={entity}
          text={text}
          onChange={(next) => {
            setText(next);
            problems.clear();
          }}
          error={problems.problemOf("pasted")}
        />
      </FormShell>
    </Dialog>
  );
}
