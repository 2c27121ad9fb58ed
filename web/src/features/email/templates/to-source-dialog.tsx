import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Dialog } from "@/components/dialog.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { ApiError } from "@/lib/api-error.ts";
import { type TemplateDetail, templateQuery } from "./queries.ts";
import type { DraftState } from "./use-draft.ts";

/** From blocks to the MJML that is made of them. */
export function ToSourceDialog({
  template,
  state,
  onClose,
}: {
  template: TemplateDetail;
  state: DraftState;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const turn = useMutation({
    // The server makes the MJML, of what it was given last.
    mutationFn: async () => {
      const revision = await state.save();
      if (revision === null) {
        throw new ApiError("The blocks could not be saved, so there is no MJML of them yet. The page says why.", {
          code: "not_saved",
        });
      }
      const saved = await client.fetchQuery({ ...templateQuery(template.id), staleTime: 0 });
      if (saved === null || saved.revision < revision) {
        throw new ApiError("The MJML is still being made. Try again in a moment.", { code: "behind", retryable: true });
      }
      return saved.draft.mjml;
    },
    onSuccess: (mjml) => {
      state.edit((now) => ({ ...now, body: { kind: "source", mjml } }));
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title="Write it in MJML"
      description="You go on in the MJML of these blocks. It does not become blocks again, for they cannot say everything that MJML can; only an earlier version brings them back."
    >
      <FormShell
        onSubmit={() => turn.mutate()}
        loading={turn.isPending}
        submitError={turn.error}
        submitLabel="Go on in MJML"
        onCancel={onClose}
      >
        {null}
      </FormShell>
    </Dialog>
  );
}
