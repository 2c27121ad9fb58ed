import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { toastDone } from "@/components/toast.tsx";
import type { Entity } from "@/gql/graphql.ts";
import { countOf } from "@/lib/format.ts";
import type { Json } from "@/lib/json.ts";
import { archiveSegment, createSegment } from "./mutations.ts";
import { EMPTY, inputOf, refusedWhole, SegmentFields } from "./segment-form.tsx";
import { refreshSegments } from "./use-segment.ts";
import { nounsOf } from "./words.ts";

/** Keeps a filter under a name; whoever fulfils it is a member from then on. */
export function SaveSegmentDialog({
  entity,
  filter,
  count,
  onClose,
  onMade,
}: {
  entity: Entity;
  filter: Json;
  /** How many it finds now; null while it is being counted. */
  count: number | null;
  onClose: () => void;
  onMade: (id: string | undefined) => void;
}) {
  const client = useQueryClient();
  const { noun, nouns } = nounsOf(entity);
  const [values, setValues] = useState(EMPTY);
  const [missing, setMissing] = useState(false);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const save = useMutation({
    mutationFn: () => createSegment({ entity, filter: filter ?? {}, idempotencyKey, ...inputOf(values) }),
    onSuccess: async (id) => {
      const undo =
        id === undefined
          ? undefined
          : async () => {
              await archiveSegment(id);
              await refreshSegments(client);
            };
      toastDone(`${values.name.trim()} saved`, undo);
      await refreshSegments(client);
      onClose();
      onMade(id);
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title="Save segment"
      description={
        count === null
          ? "Its members follow the data by themselves."
          : `${countOf(count, noun, nouns)} now. They come and go with the data by themselves.`
      }
    >
      <FormShell
        onSubmit={() => {
          setMissing(values.name.trim() === "");
          if (values.name.trim() !== "") save.mutate();
        }}
        loading={save.isPending}
        submitError={refusedWhole(save.error)}
        submitLabel="Save segment"
        onCancel={onClose}
      >
        <SegmentFields
          values={values}
          onChange={setValues}
          shared={null}
          nouns={nouns}
          error={save.error}
          missing={missing}
        />
      </FormShell>
    </Dialog>
  );
}
