import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { type ChangedList, refreshLists } from "@/features/audience/lists/mutations.ts";
import type { Entity } from "@/gql/graphql.ts";
import { RefusedError } from "@/lib/api-error.ts";
import { type Answer, answerOf } from "./answer.ts";
import { ListFields, listSaid, NAME_MISSING, NEW_LIST } from "./list-fields.tsx";
import { useTell } from "./use-tell.ts";

type Said = ReturnType<typeof listSaid> & { idempotencyKey: string };

const OWN = ["name", "tags", "visibility", "teamId"];

/** A new list of what something else holds. It is filled in the background, and the way to it is told. */
export function MakeListDialog({
  entity,
  description,
  name,
  make,
  fields = [],
  children,
  onMade,
  onClose,
}: {
  entity: Entity;
  description: string;
  /** What it may be called. */
  name: string;
  make: (said: Said) => Promise<ChangedList>;
  /** Those that `children` show, as the server names them. */
  fields?: readonly string[];
  /** What is asked besides. `problemOf`: what the server has against a field; `onEdit`: something was changed. */
  children?: (parts: { problemOf: (field: string) => string | undefined; onEdit: () => void }) => ReactNode;
  /** Where it leads to, if not to the answer at the foot of the page. `id`: null where the read side does not show it yet. */
  onMade?: (list: { id: string | null; name: string }, answer: Answer | null) => void;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const tell = useTell();
  const [draft, setDraft] = useState({ ...NEW_LIST, name });
  const [missing, setMissing] = useState(false);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const making = useMutation({
    mutationFn: () => make({ ...listSaid(draft), idempotencyKey }),
    onSuccess: async (made) => {
      await refreshLists(client, made.list);
      await client.invalidateQueries({ queryKey: ["bulks"] });
      const { id, name: called } = made.list ?? { id: null, name: draft.name.trim() };
      const answer = answerOf("ADD", { id, name: called, entity }, made);
      if (onMade !== undefined) {
        onMade({ id, name: called }, answer);
        return;
      }
      onClose();
      if (answer !== null) tell(answer);
    },
  });
  const refused = making.error instanceof RefusedError ? making.error.userErrors : [];
  const shown = [...OWN, ...fields];
  const inPlace = refused.length > 0 && refused.every(({ field }) => shown.includes(field ?? ""));
  const problemOf = (field: string) =>
    field === "name" && missing ? NAME_MISSING : refused.find((error) => error.field === field)?.message;
  const onEdit = () => {
    setMissing(false);
    if (making.isError) making.reset();
  };
  return (
    <Dialog open onClose={onClose} title="Make list" description={description} width={520}>
      <FormShell
        onSubmit={() => {
          const lacks = draft.name.trim() === "";
          setMissing(lacks);
          if (!lacks) making.mutate();
        }}
        loading={making.isPending}
        submitError={inPlace ? null : making.error}
        submitLabel="Make list"
        onCancel={onClose}
        footNote="Runs in the background"
      >
        {children?.({ problemOf, onEdit })}
        <ListFields
          draft={draft}
          autoFocus
          onChange={(patch) => {
            setDraft({ ...draft, ...patch });
            onEdit();
          }}
          problemOf={problemOf}
        />
      </FormShell>
    </Dialog>
  );
}
