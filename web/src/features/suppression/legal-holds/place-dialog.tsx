import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { SelectField, TextAreaField, TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { RadioField } from "@/components/radio-field.tsx";
import { toastDone } from "@/components/toast.tsx";
import type { LegalHoldData, LegalHoldOverInput } from "@/gql/graphql.ts";
import { AccountPicker } from "@/records/account-picker.tsx";
import { placeLegalHold, refreshLegalHolds } from "./mutations.ts";
import { DATA } from "./words.ts";

/** A record that is held from its own page. */
export interface HeldRecord {
  entity: "CONTACT" | "ACCOUNT";
  id: string;
  name: string;
}

const KINDS = [
  { value: "ACCOUNT", label: "An account", hint: "With everybody who works there" },
  { value: "DATA", label: "Everything of a kind" },
] as const;

/** From now on nothing of it is deleted. Without a record, over an account or all of a kind; people are held on their page. */
export function PlaceDialog({ record, onClose }: { record?: HeldRecord; onClose: () => void }) {
  const client = useQueryClient();
  const [scope, setScope] = useState<"ACCOUNT" | "DATA">("ACCOUNT");
  const [accountId, setAccountId] = useState<string | null>(null);
  const [data, setData] = useState<LegalHoldData>("CONTACTS");
  const [reason, setReason] = useState("");
  const [reference, setReference] = useState("");
  const over = overOf(record, scope, accountId, data);
  const place = useMutation({
    mutationFn: (what: LegalHoldOverInput) =>
      placeLegalHold({ over: what, reason: reason.trim(), reference: reference.trim() || null }),
    onSuccess: async () => {
      await refreshLegalHolds(client);
      toastDone("The legal hold stands");
      onClose();
    },
  });
  const missing = over === null ? "Choose an account" : reason.trim() === "" ? "Say why" : undefined;
  return (
    <Dialog
      open
      onClose={onClose}
      title={record === undefined ? "Place a legal hold" : `Legal hold over ${record.name}`}
      description="While it stands nothing of it is deleted: not by a rule of retention, and not by a request to erase."
    >
      <FormShell
        onSubmit={() => (over === null ? undefined : place.mutate(over))}
        loading={place.isPending}
        submitError={place.error}
        submitLabel="Place hold"
        submitDisabledReason={missing}
        onCancel={onClose}
        footNote={record === undefined ? "A person is held on their own page." : undefined}
      >
        {record === undefined ? (
          <RadioField label="Over" name="scope" options={KINDS} value={scope} onChange={setScope} />
        ) : null}
        {record === undefined && scope === "ACCOUNT" ? (
          <AccountPicker required value={accountId} onChange={setAccountId} hint="" placeholder="Name or domain" />
        ) : null}
        {record === undefined && scope === "DATA" ? (
          <SelectField
            label="What"
            value={data}
            options={Object.entries(DATA).map(([value, label]) => ({ value, label }))}
            onChange={(event) => setData(event.target.value as LegalHoldData)}
          />
        ) : null}
        <TextAreaField
          label="Reason"
          required
          // On a record's page there is nothing before it to choose.
          autoFocus={record !== undefined}
          value={reason}
          maxLength={1000}
          onChange={(event) => setReason(event.target.value)}
          hint="What the case is about. Name the case rather than people."
        />
        <TextField
          label="Reference"
          value={reference}
          maxLength={200}
          onChange={(event) => setReference(event.target.value)}
          hint="As the lawyers have it: a file number."
        />
      </FormShell>
    </Dialog>
  );
}

function overOf(
  record: HeldRecord | undefined,
  scope: "ACCOUNT" | "DATA",
  accountId: string | null,
  data: LegalHoldData,
): LegalHoldOverInput | null {
  if (record !== undefined) return record.entity === "CONTACT" ? { contactId: record.id } : { accountId: record.id };
  if (scope === "DATA") return { data };
  return accountId === null ? null : { accountId };
}
