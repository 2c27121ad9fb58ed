import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { RefusedError } from "@/lib/api-error.ts";
import {
  CAMPAIGN_NAME_MISSING,
  CampaignFields,
  NEW_CAMPAIGN,
  useBrands,
} from "@/records/campaigns/campaign-fields.tsx";
import { createCampaign, refreshCampaigns } from "./mutations.ts";

const FIELDS = ["name", "brandId", "clientId"];

/** A draft by mail, whose audience is chosen next. */
export function CreateDialog({ onClose, onMade }: { onClose: () => void; onMade: (id: string | undefined) => void }) {
  const client = useQueryClient();
  const { brands } = useBrands();
  const [draft, setDraft] = useState(NEW_CAMPAIGN);
  const [missing, setMissing] = useState(false);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const brandId = draft.brandId === "" ? (brands?.[0]?.id ?? "") : draft.brandId;
  const create = useMutation({
    mutationFn: () =>
      createCampaign({
        name: draft.name.trim(),
        brandId,
        clientId: draft.clientId === "" ? null : draft.clientId,
        channel: "EMAIL",
        idempotencyKey,
      }),
    onSuccess: async (id) => {
      await refreshCampaigns(client);
      onMade(id);
    },
  });
  const refused = create.error instanceof RefusedError ? create.error.userErrors : [];
  const problemOf = (field: string) =>
    field === "name" && missing && draft.name.trim() === ""
      ? CAMPAIGN_NAME_MISSING
      : refused.find((error) => error.field === field)?.message;
  const inPlace = refused.length > 0 && refused.every(({ field }) => FIELDS.includes(field ?? ""));
  return (
    <Dialog
      open
      onClose={onClose}
      title="New email campaign"
      description="It begins as a draft: audience, content, schedule and review come next."
    >
      <div data-testid="campaign-create" className="flex min-h-0 flex-1 flex-col">
        <FormShell
          onSubmit={() => {
            setMissing(draft.name.trim() === "");
            if (draft.name.trim() !== "") create.mutate();
          }}
          loading={create.isPending}
          submitError={inPlace ? null : create.error}
          submitLabel="Create campaign"
          submitDisabledReason={brandId === "" ? "It needs a brand first" : undefined}
          onCancel={onClose}
        >
          <CampaignFields draft={draft} onChange={(patch) => setDraft({ ...draft, ...patch })} problemOf={problemOf} />
        </FormShell>
      </div>
    </Dialog>
  );
}
