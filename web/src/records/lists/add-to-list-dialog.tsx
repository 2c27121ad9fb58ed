import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { Button } from "@/components/button.tsx";
import { Dialog } from "@/components/dialog.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { Notice } from "@/components/notice.tsx";
import { RadioField } from "@/components/radio-field.tsx";
import { addToList, createList, refreshLists } from "@/features/audience/lists/mutations.ts";
import { listsFoundQuery } from "@/features/audience/lists/queries.ts";
import { RefusedError } from "@/lib/api-error.ts";
import { countOf } from "@/lib/format.ts";
import { type Audience, audienceWords, selectionOf } from "../bulk/bulk-draft.ts";
import type { RecordKind } from "../record-kind.ts";
import { type Answer, answerOf, answerTitle, isClean, isUndoable } from "./answer.ts";
import { AnswerBody, toneOf, useUndoAnswer } from "./answer-view.tsx";
import { ListFields, listSaid, NAME_MISSING, NEW_LIST } from "./list-fields.tsx";
import { ListPicker } from "./list-picker.tsx";
import { useTell } from "./use-tell.ts";

/** Puts what is selected into a list that is there, or into a new one; then says what came of it. */
export function AddToListDialog({
  kind,
  audience,
  count,
  onClose,
  onDone,
}: {
  kind: RecordKind;
  audience: Audience;
  /** How many are selected; null while that is counted. */
  count: number | null;
  onClose: () => void;
  /** They are in the list: the selection has done its work. */
  onDone: () => void;
}) {
  const client = useQueryClient();
  const tell = useTell();
  const [picked, setPicked] = useState<"there" | "new" | null>(null);
  const [list, setList] = useState<{ id: string; name: string } | null>(null);
  const [draft, setDraft] = useState(NEW_LIST);
  const [missing, setMissing] = useState<string | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  // Held still while the dialog is open: the list behind it may move.
  const [selection] = useState(() => selectionOf(kind.entity, audience));
  const none = useQuery(listsFoundQuery({ entity: kind.entity })).data?.length === 0;
  const mode = picked ?? (none ? "new" : "there");
  const add = useMutation({
    mutationFn: () => {
      const what = { selection, expected: audience.ids === null ? count : null, idempotencyKey };
      return mode === "new"
        ? createList({ entity: kind.entity, ...listSaid(draft), ...what })
        : addToList({ id: list?.id ?? "", ...what });
    },
    onSuccess: async (changed) => {
      const known = changed.list ?? (mode === "new" ? { id: null, name: draft.name.trim() } : list);
      await refreshLists(client, changed.list);
      // The notice at the foot of the page follows it from here.
      if (changed.change?.bulkId) await client.invalidateQueries({ queryKey: ["bulks"] });
      const said = known === null ? null : answerOf("ADD", { ...known, entity: kind.entity }, changed);
      if (said !== null && !isClean(said)) setAnswer(said);
      else {
        if (said !== null) tell(said);
        onDone();
      }
    },
  });
  const refused = add.error instanceof RefusedError ? add.error.userErrors : [];
  const problemOf = (field: string) =>
    field === "name" && mode === "new" && missing !== null
      ? missing
      : refused.find((error) => error.field === field)?.message;
  const inPlace =
    mode === "new" &&
    refused.length > 0 &&
    refused.every(({ field }) => ["name", "tags", "visibility", "teamId"].includes(field ?? ""));
  if (answer !== null) return <Answered answer={answer} onClose={onDone} />;
  return (
    <Dialog open onClose={onClose} title="Add to a list" description={audienceWords(audience, count, kind)} width={520}>
      <FormShell
        onSubmit={() => {
          const lacks =
            mode === "new" ? (draft.name.trim() === "" ? NAME_MISSING : null) : list === null ? "Choose a list." : null;
          setMissing(lacks);
          if (lacks === null) add.mutate();
        }}
        loading={add.isPending}
        submitError={inPlace ? null : add.error}
        submitLabel={count === null ? `Add ${kind.nouns}` : `Add ${countOf(count, kind.noun, kind.nouns)}`}
        onCancel={onClose}
        footNote={selectsMany(audience) ? "Runs in the background" : undefined}
      >
        <RadioField
          label="Which list"
          name="which"
          value={mode}
          onChange={(which) => {
            setPicked(which);
            setMissing(null);
            if (add.isError) add.reset();
          }}
          options={[
            { value: "there", label: "A list there is" },
            { value: "new", label: "A new list" },
          ]}
        />
        {mode === "there" ? (
          <ListPicker
            entity={kind.entity}
            fillable
            autoFocus
            value={list === null ? [] : [list]}
            onChange={([one]) => {
              setList(one ?? null);
              setMissing(null);
            }}
            hint={none ? "There is none yet. Make a new one." : "Frozen copies take nothing and are not offered."}
            error={missing ?? undefined}
          />
        ) : (
          <ListFields
            draft={draft}
            autoFocus
            onChange={(patch) => {
              setDraft({ ...draft, ...patch });
              setMissing(null);
              if (add.isError) add.reset();
            }}
            problemOf={problemOf}
          />
        )}
      </FormShell>
    </Dialog>
  );
}

/** More than a request takes in goes as a bulk change. */
const selectsMany = ({ ids }: Audience) => ids === null || ids.length > 1000;

/** In place of the form, until it is closed. */
function Answered({ answer, onClose }: { answer: Answer; onClose: () => void }) {
  const undo = useUndoAnswer(answer, onClose);
  return (
    <Dialog open onClose={onClose} title="Add to a list" width={520}>
      <div className="dialog-body" data-testid="list-answer">
        <Notice tone={toneOf(answer)} title={answerTitle(answer)}>
          <AnswerBody answer={answer} />
        </Notice>
      </div>
      <div className="dialog-foot">
        {isUndoable(answer) ? (
          <Button busy={undo.isPending} onClick={() => undo.mutate()}>
            Undo
          </Button>
        ) : null}
        {answer.listId === null ? null : (
          <Link className="btn" to={`/lists/${answer.listId}`}>
            Open list
          </Link>
        )}
        <Button variant="primary" autoFocus onClick={onClose}>
          Done
        </Button>
      </div>
    </Dialog>
  );
}
