import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { SelectField, TextAreaField, TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { toastDone } from "@/components/toast.tsx";
import { changeSender, createSender, refreshSenders } from "./mutations.ts";
import { accountsQuery, type Brand, type Sender } from "./queries.ts";
import { refusedField, refusedWhole } from "./refused.ts";
import { FIELDS, inputOf, missing, type Values, valuesOf } from "./sender-values.ts";

const today = () => new Date().toISOString().slice(0, 10);

/** Makes a sender, or changes all of one at once. Undo brings back what stood there before. */
export function SenderDialog({
  sender,
  brands,
  onClose,
}: {
  /** null: a new one. */
  sender: Sender | null;
  brands: readonly Brand[];
  onClose: () => void;
}) {
  const client = useQueryClient();
  const [before] = useState(() => valuesOf(sender, brands.find((brand) => !brand.archived)?.id ?? "", today()));
  const [values, setValues] = useState(before);
  const accounts = useQuery(accountsQuery);
  const save = useMutation({
    mutationFn: () => (sender === null ? createSender(inputOf(values)) : changeSender(sender.id, inputOf(values))),
    onSuccess: async () => {
      const takeBack = async () => {
        if (sender === null) return;
        await changeSender(sender.id, inputOf(before));
        await refreshSenders(client);
      };
      toastDone(`${values.fromName.trim()} saved`, sender === null ? undefined : takeBack);
      await refreshSenders(client);
      onClose();
    },
  });
  const set = (field: keyof Values) => ({
    value: values[field],
    error: refusedField(save.error, field),
    onChange: (event: { target: { value: string } }) => setValues({ ...values, [field]: event.target.value }),
  });
  const known = (accounts.data ?? []).map(({ name, providerName }) => ({
    value: name,
    label: `${name} (${providerName})`,
  }));
  // One that left the configuration stays to be seen, and is refused until another is chosen.
  const gone = accounts.isSuccess && !known.some(({ value }) => value === values.account);
  const waiting = accounts.isPending || gone;
  const accountOptions = waiting
    ? [{ value: values.account, label: gone ? `${values.account} (not set up)` : values.account }, ...known]
    : known;
  const brandOptions = brands
    .filter((brand) => !brand.archived || brand.id === values.brandId)
    .map((brand) => ({ value: brand.id, label: brand.name }));
  return (
    <Dialog open onClose={onClose} title={sender === null ? "New sender" : `Edit ${sender.fromName}`} width={560}>
      <FormShell
        onSubmit={() => save.mutate()}
        loading={save.isPending}
        submitError={refusedWhole(save.error, FIELDS)}
        submitLabel={sender === null ? "Create sender" : "Save"}
        submitDisabledReason={missing(values)}
        onCancel={onClose}
      >
        <TextField label="From name" required autoFocus {...set("fromName")} />
        <TextField label="From address" required mono {...set("fromAddress")} />
        <TextField label="Reply-to" mono hint="Empty: replies go to the from address." {...set("replyTo")} />
        <SelectField label="Brand" required options={brandOptions} {...set("brandId")} />
        <TextAreaField
          label="Physical address"
          required
          hint="Of the company. The law wants it at the foot of each mail."
          {...set("physicalAddress")}
        />
        <SelectField
          label="Provider account"
          required
          hint="Accounts are set up in the configuration of this installation."
          options={accountOptions}
          {...set("account")}
        />
        <TextField
          label="Tracking domain"
          mono
          hint="Like links.example.com. Links of mails stand under it."
          {...set("trackingDomain")}
        />
        <TextField label="DKIM selector" mono hint="Like s1. The provider shows it." {...set("dkimSelector")} />
        <TextAreaField
          label="DKIM record"
          hint="What the provider says to publish: a CNAME's target or a TXT record's text."
          {...set("dkimRecord")}
        />
        <SelectField
          label="Warm-up"
          placeholder="None"
          options={[{ value: "ramp", label: "Start small and grow each day" }]}
          {...set("warmUp")}
        />
        {values.warmUp === "" ? null : (
          <>
            <TextField label="First day" type="date" required {...set("firstDay")} />
            <TextField label="Mails on the first day" inputMode="numeric" required {...set("startPerDay")} />
            <TextField label="Growth a day, in percent" inputMode="numeric" required {...set("growthPercent")} />
            <TextField label="At most a day" inputMode="numeric" required {...set("limitPerDay")} />
          </>
        )}
      </FormShell>
    </Dialog>
  );
}
