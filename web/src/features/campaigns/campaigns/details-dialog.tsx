import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { SelectField, TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { toastDone } from "@/components/toast.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { assigneesQuery } from "@/features/work/tasks/queries.ts";
import { RefusedError } from "@/lib/api-error.ts";
import { CAMPAIGN_NAME_MISSING } from "@/records/campaigns/campaign-fields.tsx";
import { ClientPicker } from "@/records/client-picker.tsx";
import { updateCampaign } from "./mutations.ts";
import type { Campaign } from "./queries.ts";
import { refreshCampaign } from "./use-campaign.ts";
import { tagsOf } from "./words.ts";

const FIELDS = ["name", "tags", "ownerId", "clientId"];

/** What it is called, its tags, whose it is and, of a draft, for which client. Undo brings back what stood there before. */
export function DetailsDialog({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) {
  const client = useQueryClient();
  const seesPeople = useMay("TASKS_EDIT");
  // Later its audience was taken for that client.
  const forClient = useMay("CLIENTS_VIEW") && campaign.state === "DRAFT";
  const people = useQuery({ ...assigneesQuery(), enabled: seesPeople }).data ?? [];
  const [name, setName] = useState(campaign.name);
  const [tags, setTags] = useState(campaign.tags.join(", "));
  const [ownerId, setOwnerId] = useState(campaign.ownerId);
  const [clientId, setClientId] = useState(campaign.clientId ?? "");
  const [missing, setMissing] = useState(false);
  const { id } = campaign;
  const moved = forClient && clientId !== (campaign.clientId ?? "");
  const save = useMutation({
    mutationFn: () =>
      updateCampaign({
        id,
        name: name.trim(),
        tags: tagsOf(tags),
        ownerId,
        ...(moved ? { clientId: clientId === "" ? null : clientId } : {}),
      }),
    onSuccess: async () => {
      const before = {
        id,
        name: campaign.name,
        tags: campaign.tags,
        ownerId: campaign.ownerId,
        ...(moved ? { clientId: campaign.clientId ?? null } : {}),
      };
      toastDone(`${name.trim()} saved`, async () => {
        await updateCampaign(before);
        await refreshCampaign(client, id);
      });
      onClose();
      await refreshCampaign(client, id);
    },
  });
  const refused = save.error instanceof RefusedError ? save.error.userErrors : [];
  const problemOf = (field: string) => refused.find((error) => error.field === field)?.message;
  const inPlace = refused.length > 0 && refused.every(({ field }) => FIELDS.includes(field ?? ""));
  const owners = [
    ...(people.some((one) => one.id === campaign.ownerId)
      ? []
      : [{ value: campaign.ownerId, label: campaign.ownerName ?? "Nobody any more" }]),
    ...people.map((one) => ({ value: one.id, label: one.name })),
  ];
  return (
    <Dialog open onClose={onClose} title={forClient ? "Name, tags, owner and client" : "Name, tags and owner"}>
      <FormShell
        onSubmit={() => {
          setMissing(name.trim() === "");
          if (name.trim() !== "") save.mutate();
        }}
        loading={save.isPending}
        submitError={inPlace ? null : save.error}
        submitLabel="Save"
        onCancel={onClose}
      >
        <TextField
          label="Name"
          required
          autoFocus
          value={name}
          error={missing && name.trim() === "" ? CAMPAIGN_NAME_MISSING : problemOf("name")}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label="Tags"
          hint="With commas between them."
          value={tags}
          error={problemOf("tags")}
          onChange={(event) => setTags(event.target.value)}
        />
        <SelectField
          label="Owner"
          hint="Is told when it ends, or stands still."
          options={owners}
          value={ownerId}
          error={problemOf("ownerId")}
          onChange={(event) => setOwnerId(event.target.value)}
        />
        {forClient ? (
          <ClientPicker
            value={clientId}
            start={
              campaign.clientId
                ? { value: campaign.clientId, label: campaign.clientName ?? "A client that is gone" }
                : null
            }
            onChange={setClientId}
            placeholder="None: it is for us"
            error={problemOf("clientId")}
          />
        ) : null}
      </FormShell>
    </Dialog>
  );
}
