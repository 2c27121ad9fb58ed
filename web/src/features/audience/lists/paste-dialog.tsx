import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { type Answer, answerOf } from "@/records/lists/answer.ts";
import { entriesOf } from "@/records/lists/words.ts";
import { useProblems } from "./form.ts";
import { addToList, refreshLists } from "./mutations.ts";
import { PasteField, pasteProblem } from "./paste-field.tsx";
import type { List } from "./queries.ts";

/** More records for a list that is there. */
export function PasteDialog({
  list,
  onClose,
  onAnswer,
}: {
  list: List;
  onClose: () => void;
  onAnswer: (answer: Answer | null) => void;
}) {
  const client = useQueryClient();
  const [text, setText] = useState("");
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const pasted = entriesOf(text);
  const add = useMutation({
    mutationFn: () => addToList({ id: list.id, pasted, idempotencyKey }),
    onSuccess: async (made) => {
      await refreshLists(client, made.list);
      if (made.change?.bulkId) await client.invalidateQueries({ queryKey: ["bulks"] });
      onAnswer(answerOf("ADD", list, made));
      onClose();
    },
  });
  const problems = useProblems(add, ["pasted"]);
  const nouns = list.entity === "ACCOUNT" ? "accounts" : "contacts";
  return (
    <Dialog open onClose={onClose} title={`Add ${nouns}`} description={`To “${list.name}”.`} width={520}>
      <FormShell
        onSubmit={() => add.mutate()}
        loading={add.isPending}
        submitError={problems.submitError}
        submitLabel={pasted.length === 0 ? "Add" : `Add ${pasted.length.toLocaleString("en-US")}`}
        submitDisabledReason={pasted.length === 0 ? "Paste at least one id, email or domain" : pasteProblem(text)}
        onCancel={onClose}
      >
        <PasteField
          entity={list.entity}
          required
          autoFocus
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
