import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { DetailFields, detailsInput, NO_DETAILS, refusedWhole } from "./details-form.tsx";
import { createTemplate } from "./mutations.ts";
import { refreshTemplates } from "./use-template-acts.ts";

/** A template with a heading, a text and a footer to begin with. */
export function CreateDialog({ onClose, onMade }: { onClose: () => void; onMade: (id: string | undefined) => void }) {
  const client = useQueryClient();
  const [values, setValues] = useState(NO_DETAILS);
  const [missing, setMissing] = useState(false);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const create = useMutation({
    mutationFn: () => createTemplate({ ...detailsInput(values), idempotencyKey }),
    onSuccess: async (id) => {
      await refreshTemplates(client);
      onMade(id);
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title="New email template"
      description="It begins with a heading, a text and a footer."
    >
      <FormShell
        onSubmit={() => {
          setMissing(values.name.trim() === "");
          if (values.name.trim() !== "") create.mutate();
        }}
        loading={create.isPending}
        submitError={refusedWhole(create.error)}
        submitLabel="Create template"
        onCancel={onClose}
      >
        <DetailFields values={values} onChange={setValues} error={create.error} missing={missing} />
      </FormShell>
    </Dialog>
  );
}
