import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { toastDone } from "@/components/toast.tsx";
import { type Answer, answerOf } from "@/records/lists/answer.ts";
import { asOfMoment, asOfWords, localDay, today } from "@/records/lists/words.ts";
import { useProblems } from "./form.ts";
import { refreshLists, snapshotList } from "./mutations.ts";
import type { List } from "./queries.ts";

/** A copy in which nothing moves any more: of now, or of the end of a day. */
export function CopyDialog({
  list,
  start,
  onClose,
  onMade,
}: {
  list: List;
  /** As the page shows the members: a day, a moment, or null for now. */
  start: string | null;
  onClose: () => void;
  onMade: (id: string, answer: Answer | null) => void;
}) {
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [day, setDay] = useState(start ?? "");
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const exact = day !== "" && !/^\d{4}-\d{2}-\d{2}$/.test(day);
  const make = useMutation({
    mutationFn: () =>
      snapshotList({
        id: list.id,
        asOf: asOfMoment(day),
        ...(name.trim() === "" ? {} : { name: name.trim() }),
        idempotencyKey,
      }),
    onSuccess: async (made) => {
      await refreshLists(client, made.list);
      await client.invalidateQueries({ queryKey: ["bulks"] });
      onClose();
      if (made.list === null) {
        toastDone(`Frozen copy of “${list.name}” made`);
        return;
      }
      const said = answerOf("ADD", made.list, made);
      onMade(made.list.id, said === null ? null : { ...said, frozen: true });
    },
  });
  const problems = useProblems(make, ["name", "asOf"]);
  return (
    <Dialog
      open
      onClose={onClose}
      title="Frozen copy"
      description={`Who is in “${list.name}” at one moment. Nothing enters or leaves the copy.`}
      width={440}
    >
      <FormShell
        onSubmit={() => make.mutate()}
        loading={make.isPending}
        submitError={problems.submitError}
        submitLabel="Make frozen copy"
        onCancel={onClose}
        footNote="Runs in the background"
      >
        {exact ? (
          <p>As of {asOfWords(day, asOfMoment(day) ?? day)}.</p>
        ) : (
          <TextField
            label="As of the end of"
            type="date"
            min={localDay(new Date(list.createdAt))}
            max={today()}
            value={day}
            onChange={(event) => {
              setDay(event.target.value);
              problems.clear();
            }}
            hint="Empty, or today: as it is now."
            error={problems.problemOf("asOf")}
          />
        )}
        <TextField
          label="Name"
          autoFocus
          value={name}
          maxLength={200}
          onChange={(event) => {
            setName(event.target.value);
            problems.clear();
          }}
          hint="Left empty, the list's own with the moment."
          error={problems.problemOf("name")}
        />
      </FormShell>
    </Dialog>
  );
}
