import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { RadioField } from "@/components/radio-field.tsx";
import { toastDone } from "@/components/toast.tsx";
import type { ListOperation } from "@/gql/graphql.ts";
import { type Answer, answerOf } from "@/records/lists/answer.ts";
import { ListFields, listSaid, NAME_MISSING, NEW_LIST } from "@/records/lists/list-fields.tsx";
import { ListPicker } from "@/records/lists/list-picker.tsx";
import { OPERATIONS } from "@/records/lists/words.ts";
import { useProblems } from "./form.ts";
import { combineLists, refreshLists } from "./mutations.ts";
import type { List } from "./queries.ts";

/** A new list of this one and others. The lists themselves stay as they are. */
export function CombineDialog({
  list,
  onClose,
  onMade,
}: {
  list: List;
  onClose: () => void;
  onMade: (id: string, answer: Answer | null) => void;
}) {
  const client = useQueryClient();
  const [operation, setOperation] = useState<ListOperation>("UNION");
  const [others, setOthers] = useState<{ id: string; name: string }[]>([]);
  const [draft, setDraft] = useState(NEW_LIST);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const make = useMutation({
    mutationFn: () =>
      combineLists({
        operation,
        lists: [list.id, ...others.map((other) => other.id)],
        ...listSaid(draft),
        idempotencyKey,
      }),
    onSuccess: async (made) => {
      await refreshLists(client, made.list);
      await client.invalidateQueries({ queryKey: ["bulks"] });
      onClose();
      if (made.list === null) toastDone(`List “${draft.name.trim()}” made`);
      else onMade(made.list.id, answerOf("ADD", made.list, made));
    },
  });
  const problems = useProblems(make, ["name", "tags", "visibility", "teamId", "lists"]);
  return (
    <Dialog
      open
      onClose={onClose}
      title="Combine with other lists"
      description={`A new list of “${list.name}” and others. They stay as they are.`}
      width={520}
    >
      <FormShell
        onSubmit={() => {
          const missing = {
            ...(others.length === 0 ? { lists: "Choose at least one other list." } : {}),
            ...(draft.name.trim() === "" ? { name: NAME_MISSING } : {}),
          };
          problems.setMissing(missing);
          if (Object.keys(missing).length === 0) make.mutate();
        }}
        loading={make.isPending}
        submitError={problems.submitError}
        submitLabel="Make combined list"
        onCancel={onClose}
        footNote="Runs in the background"
      >
        <ListPicker
          entity={list.entity}
          label="Other lists"
          multiple
          autoFocus
          without={list.id}
          value={others}
          onChange={(next) => {
            setOthers(next);
            problems.clear();
          }}
          error={problems.problemOf("lists")}
        />
        <RadioField
          label="Who comes in"
          name="operation"
          value={operation}
          onChange={setOperation}
          options={Object.entries(OPERATIONS).map(([value, words]) => ({ value: value as ListOperation, ...words }))}
        />
        <ListFields
          draft={draft}
          onChange={(patch) => {
            setDraft({ ...draft, ...patch });
            problems.clear();
          }}
          problemOf={problems.problemOf}
        />
      </FormShell>
    </Dialog>
  );
}
