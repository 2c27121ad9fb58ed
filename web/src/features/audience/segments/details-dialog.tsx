import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { toastDone } from "@/components/toast.tsx";
import { updateSegment } from "./mutations.ts";
import type { Segment } from "./queries.ts";
import { inputOf, refusedWhole, SegmentFields, type SegmentValues, valuesOf } from "./segment-form.tsx";
import { refreshSegments } from "./use-segment.ts";
import { nounsOf } from "./words.ts";

/** Only what differs is sent: who sees it is not for everybody to say. */
function changesOf(now: SegmentValues, before: SegmentValues) {
  const { name, description, tags, sharing, teamId } = inputOf(now);
  return {
    ...(now.name === before.name ? {} : { name }),
    ...(now.description === before.description ? {} : { description }),
    ...(now.tags === before.tags ? {} : { tags }),
    ...(now.sharing === before.sharing ? {} : { sharing, teamId }),
  };
}

/** A segment's name, words, tags and who sees it. Undo brings back what stood there before. */
export function DetailsDialog({ segment, onClose }: { segment: Segment; onClose: () => void }) {
  const client = useQueryClient();
  const [before] = useState(() => valuesOf(segment));
  const [values, setValues] = useState(before);
  const [missing, setMissing] = useState(false);
  const save = useMutation({
    mutationFn: () => updateSegment({ id: segment.id, ...changesOf(values, before) }),
    onSuccess: async () => {
      toastDone(`${values.name.trim()} saved`, async () => {
        await updateSegment({ id: segment.id, ...changesOf(before, values) });
        await refreshSegments(client);
      });
      await refreshSegments(client);
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={`Edit ${segment.name}`}>
      <FormShell
        onSubmit={() => {
          setMissing(values.name.trim() === "");
          if (values.name.trim() !== "") save.mutate();
        }}
        loading={save.isPending}
        submitError={refusedWhole(save.error)}
        submitLabel="Save"
        onCancel={onClose}
      >
        <SegmentFields
          values={values}
          onChange={setValues}
          shared={segment}
          mayShare={segment.mayShare}
          nouns={nounsOf(segment.entity).nouns}
          error={save.error}
          missing={missing}
        />
      </FormShell>
    </Dialog>
  );
}
