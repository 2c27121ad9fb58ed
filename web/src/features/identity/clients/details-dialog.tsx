import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { SelectField, TextAreaField, TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { toastDone } from "@/components/toast.tsx";
import { assignOwner, changeClient, renameClient } from "./mutations.ts";
import { type Client, type ClientRecord, ownersQuery } from "./queries.ts";
import { refusedField, refusedWhole } from "./refused.ts";
import { refreshClients } from "./use-client.ts";

const FIELDS = ["name", "legalName", "website", "country", "billingReference", "note", "ownerId"] as const;
type Values = Record<(typeof FIELDS)[number], string>;

function valuesOf(client: Client, record: ClientRecord): Values {
  return {
    name: client.name,
    legalName: record.legalName ?? "",
    website: record.website ?? "",
    country: record.country ?? "",
    billingReference: record.billingReference ?? "",
    note: record.note ?? "",
    ownerId: client.ownerId ?? "",
  };
}

/** Only what differs is sent, each part on its own: a refusal of one names its field. */
async function save(id: string, now: Values, before: Values): Promise<void> {
  if (now.name.trim() !== before.name) await renameClient(id, now.name.trim());
  const { legalName, website, country, billingReference, note } = now;
  const parts = ["legalName", "website", "country", "billingReference", "note"] as const;
  if (parts.some((part) => now[part] !== before[part])) {
    await changeClient({ id, legalName, website, country, billingReference, note });
  }
  if (now.ownerId !== before.ownerId) await assignOwner(id, now.ownerId === "" ? null : now.ownerId);
}

/** What is known of a client. Undo brings back what stood there before. */
export function DetailsDialog({
  client,
  record,
  onClose,
}: {
  client: Client;
  record: ClientRecord;
  onClose: () => void;
}) {
  const queryClient = useQueryClient();
  const [before] = useState(() => valuesOf(client, record));
  const [values, setValues] = useState(before);
  const owners = useQuery(ownersQuery);
  const change = useMutation({
    mutationFn: () => save(client.id, values, before),
    onSuccess: async () => {
      toastDone(`${values.name.trim()} saved`, async () => {
        await save(client.id, before, { ...values, name: values.name.trim() });
        await refreshClients(queryClient);
      });
      await refreshClients(queryClient);
      onClose();
    },
  });
  const set = (field: keyof Values) => ({
    value: values[field],
    error: refusedField(change.error, field),
    onChange: (event: { target: { value: string } }) => setValues({ ...values, [field]: event.target.value }),
  });
  const known = owners.data ?? [];
  const gone = before.ownerId !== "" && !known.some(({ id }) => id === before.ownerId);
  const options = [
    ...(gone ? [{ value: before.ownerId, label: client.ownerName ?? "Somebody who is gone" }] : []),
    ...known.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Dialog open onClose={onClose} title={`Edit ${client.name}`}>
      <FormShell
        onSubmit={() => change.mutate()}
        loading={change.isPending}
        submitError={refusedWhole(change.error, FIELDS)}
        submitLabel="Save"
        submitDisabledReason={values.name.trim() === "" ? "A client needs a name" : undefined}
        onCancel={onClose}
      >
        <TextField label="Name" required autoFocus hint="Their people see it in their portal." {...set("name")} />
        <TextField label="Legal name" hint="As it stands on contracts." {...set("legalName")} />
        <TextField label="Website" mono {...set("website")} />
        <TextField label="Country" hint="Its name, or two letters." {...set("country")} />
        <TextField label="Billing reference" {...set("billingReference")} />
        <SelectField label="Account manager" placeholder="Nobody" options={options} {...set("ownerId")} />
        <TextAreaField label="Note for operations" hint="The client never sees it." {...set("note")} />
      </FormShell>
    </Dialog>
  );
}
