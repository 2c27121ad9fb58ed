import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { SelectField, TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { toastDone } from "@/components/toast.tsx";
import type { ClientTermsInput } from "@/gql/graphql.ts";
import { setTerms, withdrawTerms } from "./mutations.ts";
import type { Client, ClientRecord } from "./queries.ts";
import { refusedField, refusedWhole } from "./refused.ts";
import { DUPLICATES, formOf, inputOf, OVER_DELIVERY, PER, type TermsErrors, type TermsForm } from "./terms.ts";
import { refreshClients } from "./use-client.ts";

/** Fields that the server names, by what they are called here. */
const REFUSED: Partial<Record<keyof TermsForm, string>> = { pacingLeads: "pacing" };
const NAMED = ["pacing", "price", "currency", "capPerCompany", "lookBackDays", "returnWindowDays"];

const options = (of: Record<string, string>) => Object.entries(of).map(([value, label]) => ({ value, label }));

/** Before the first there was nothing: they are withdrawn. `seen`: the version that is taken back. */
async function takeBack(record: ClientRecord, id: string, seen: number): Promise<void> {
  if (!record.terms) return withdrawTerms(id, seen);
  const back = inputOf(formOf(record.terms), id, seen);
  if ("input" in back) await setTerms(back.input);
}

/** A new version of the terms. Orders that were placed keep theirs. */
export function TermsDialog({
  client,
  record,
  onClose,
}: {
  client: Client;
  record: ClientRecord;
  onClose: () => void;
}) {
  const queryClient = useQueryClient();
  const [form, setForm] = useState(() => formOf(record.terms));
  const [errors, setErrors] = useState<TermsErrors>({});
  const [seen] = useState(record.termsVersion);
  const save = useMutation({
    mutationFn: (input: ClientTermsInput) => setTerms(input),
    onSuccess: async () => {
      toastDone("Terms saved", async () => {
        // Refused when somebody changed them since.
        await takeBack(record, client.id, seen + 1);
        await refreshClients(queryClient);
      });
      await refreshClients(queryClient);
      onClose();
    },
  });
  const submit = () => {
    const read = inputOf(form, client.id, seen);
    if ("errors" in read) setErrors(read.errors);
    else {
      setErrors({});
      save.mutate(read.input);
    }
  };
  const set = (field: keyof TermsForm) => ({
    value: form[field],
    error: errors[field] ?? refusedField(save.error, REFUSED[field] ?? field),
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [field]: event.target.value } as TermsForm),
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title="Default terms"
      description="New orders start from these. Orders that were placed keep theirs."
    >
      <FormShell
        onSubmit={submit}
        loading={save.isPending}
        submitError={refusedWhole(save.error, NAMED)}
        submitLabel="Save as a new version"
        onCancel={onClose}
      >
        <TextField label="Leads" autoFocus inputMode="numeric" hint="Empty: no pacing." {...set("pacingLeads")} />
        <SelectField label="In each" options={options(PER)} {...set("pacingPer")} />
        <TextField label="Price per lead" inputMode="decimal" hint="Empty: no price." {...set("price")} />
        <TextField label="Currency" mono maxLength={3} {...set("currency")} />
        <TextField
          label="Leads of one company at most"
          inputMode="numeric"
          hint="Empty: no cap."
          {...set("capPerCompany")}
        />
        <SelectField label="Leads beyond the goal" options={options(OVER_DELIVERY)} {...set("overDelivery")} />
        <SelectField
          label="The same person counts as a duplicate"
          options={options(DUPLICATES)}
          {...set("duplicatesWithin")}
        />
        <TextField
          label="Looking back, days"
          inputMode="numeric"
          hint="Empty: however far back."
          {...set("lookBackDays")}
        />
        <TextField
          label="Leads can be returned for, days"
          required
          inputMode="numeric"
          hint="After the delivery; 0: not at all."
          {...set("returnWindowDays")}
        />
      </FormShell>
    </Dialog>
  );
}
