import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { Dialog } from "@/components/dialog.tsx";
import { SelectField, TextAreaField, TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { RadioField } from "@/components/radio-field.tsx";
import { toastDone } from "@/components/toast.tsx";
import type { PrivacyRequestCameBy, PrivacyRequestKind } from "@/gql/graphql.ts";
import { receiveRequest, refreshRequests } from "./mutations.ts";
import { CAME_BY, KINDS } from "./words.ts";

/** A request as it came in. Its deadline is one month after that day. A contact in the address is whom it is about. */
export function ReceiveDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const contactId = params.get("contact");
  const [kind, setKind] = useState<PrivacyRequestKind>("ACCESS");
  const [cameBy, setCameBy] = useState<PrivacyRequestCameBy>("EMAIL");
  const [today] = useState(() => localDay(new Date()));
  const [day, setDay] = useState(today);
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [phone, setPhone] = useState("");
  const [identity, setIdentity] = useState("");
  const [note, setNote] = useState("");
  // Sent twice, it is taken down once.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const words = (text: string) => (text.trim() === "" ? null : text.trim());
  const save = useMutation({
    mutationFn: () =>
      receiveRequest({
        kind,
        cameBy,
        receivedAt: day === "" || day === today ? null : new Date(`${day}T12:00:00`).toISOString(),
        name: words(name),
        email: words(email),
        phone: words(phone),
        contactId,
        identity: words(identity),
        note: words(note),
        idempotencyKey,
      }),
    onSuccess: async (id) => {
      await refreshRequests(client);
      toastDone("Request taken down");
      if (id === null) onClose();
      else void navigate(`/compliance/requests/${id}`);
    },
  });
  const nobody = words(email) === null && words(phone) === null && contactId === null;
  return (
    <Dialog
      open
      onClose={onClose}
      width={520}
      title="New request"
      description="It must be answered within one month of the day it came in."
    >
      <FormShell
        onSubmit={() => save.mutate()}
        loading={save.isPending}
        submitError={save.error}
        submitLabel="Take down"
        submitDisabledReason={nobody ? "Give an email or a phone number" : undefined}
        onCancel={onClose}
      >
        <RadioField
          label="They ask for"
          name="kind"
          options={Object.entries(KINDS).map(([value, { label, hint }]) => ({
            value: value as PrivacyRequestKind,
            label,
            hint,
          }))}
          value={kind}
          onChange={setKind}
        />
        <TextField
          label="Email"
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          hint={contactId === null ? undefined : "Left empty, the address of the contact is taken."}
        />
        <TextField
          label="Phone"
          value={phone}
          onChange={(event) => setPhone(event.target.value)}
          hint="With its country code, as in +1 202 555 0100."
        />
        <TextField
          label="Name"
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.target.value)}
          hint="As they gave it."
        />
        <SelectField
          label="Came by"
          value={cameBy}
          options={Object.entries(CAME_BY).map(([value, label]) => ({ value, label }))}
          onChange={(event) => setCameBy(event.target.value as PrivacyRequestCameBy)}
        />
        <TextField
          label="Received on"
          type="date"
          required
          max={today}
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
        <TextField
          label="Proof of identity"
          value={identity}
          maxLength={2000}
          onChange={(event) => setIdentity(event.target.value)}
          hint="How it was made sure that it is them. Keep no copy of a passport."
        />
        <TextAreaField
          label="Note"
          rows={2}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </FormShell>
    </Dialog>
  );
}

/** As a date field has it, where the viewer is. */
function localDay(date: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
