import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { toastDone } from "@/components/toast.tsx";
import { DetailFields, detailsInput, detailsOf, refusedWhole } from "./details-form.tsx";
import { updateTemplate } from "./mutations.ts";
import type { Template } from "./queries.ts";
import { refreshTemplates } from "./use-template-acts.ts";

/** Its name, brand and tags. Undo brings back what stood there before. */
export function DetailsDialog({ template, onClose }: { template: Template; onClose: () => void }) {
  const client = useQueryClient();
  const [before] = useState(() => detailsOf(template));
  const [values, setValues] = useState(before);
  const [missing, setMissing] = useState(false);
  const save = useMutation({
    mutationFn: () => updateTemplate({ id: template.id, ...detailsInput(values) }),
    onSuccess: async () => {
      toastDone(`${values.name.trim()} saved`, async () => {
        await updateTemplate({ id: template.id, ...detailsInput(before) });
        await refreshTemplates(client);
      });
      await refreshTemplates(client);
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={`Edit ${template.name}`}>
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
        <DetailFields values={values} onChange={setValues} error={save.error} missing={missing} />
      </FormShell>
    </Dialog>
  );
}
