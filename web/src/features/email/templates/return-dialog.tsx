import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { TextAreaField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { toastDone } from "@/components/toast.tsx";
import { RefusedError } from "@/lib/api-error.ts";
import { returnVersion } from "./mutations.ts";
import type { Template } from "./queries.ts";
import { refreshTemplates } from "./use-template-acts.ts";

/** Back to whoever wrote it, with what has to be put right. */
export function ReturnDialog({
  template,
  version,
  onClose,
}: {
  template: Template;
  version: number;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const give = useMutation({
    mutationFn: () => returnVersion({ id: template.id, version, reason: reason.trim() }),
    onSuccess: async () => {
      toastDone(`Version ${version} of ${template.name} is returned`);
      await refreshTemplates(client);
      onClose();
    },
  });
  const said =
    give.error instanceof RefusedError
      ? give.error.userErrors.find(({ field }) => field === "reason")?.message
      : undefined;
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Return version ${version}`}
      description="Whoever wrote it reads the reason, and submits a new version."
    >
      <FormShell
        onSubmit={() => {
          setMissing(reason.trim() === "");
          if (reason.trim() !== "") give.mutate();
        }}
        loading={give.isPending}
        submitError={said === undefined ? give.error : null}
        submitLabel="Return it"
        onCancel={onClose}
      >
        <TextAreaField
          label="Reason"
          required
          autoFocus
          rows={4}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={missing && reason.trim() === "" ? "Say why it is returned, so that it can be put right." : said}
        />
      </FormShell>
    </Dialog>
  );
}
