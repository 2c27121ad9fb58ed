import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { Field, TextAreaField, TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { RadioField } from "@/components/radio-field.tsx";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import type { ConsentBasis } from "@/gql/graphql.ts";
import { messageOf } from "@/lib/api-error.ts";
import { attachProof, recordConsent, refreshConsents } from "./mutations.ts";
import { BASES, type ChannelChoice, channelsOf, dayOf, momentOf } from "@/records/consent-words.ts";

const CHOICES = [
  { value: "EMAIL", label: "Email" },
  { value: "PHONE", label: "Calls" },
  { value: "BOTH", label: "Email and calls" },
] as const;

/** Why a person may be contacted, taken down with its proof. */
export function RecordDialog({ contactId, name, onClose }: { contactId: string; name: string; onClose: () => void }) {
  const client = useQueryClient();
  const [channel, setChannel] = useState<ChannelChoice>("EMAIL");
  const [basis, setBasis] = useState<ConsentBasis>("CONSENT");
  const [today] = useState(() => dayOf(new Date()));
  const [day, setDay] = useState(today);
  const [origin, setOrigin] = useState("");
  const [wording, setWording] = useState("");
  const [reference, setReference] = useState("");
  const [url, setUrl] = useState("");
  const [ip, setIp] = useState("");
  const [file, setFile] = useState<File | null>(null);
  // Sent twice, it is recorded once.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const words = (text: string) => (text.trim() === "" ? null : text.trim());
  const proven = [wording, reference, url].some((text) => text.trim() !== "") || file !== null;
  const save = useMutation({
    mutationFn: async () => {
      const statements = await recordConsent({
        contactId,
        channels: channelsOf(channel),
        basis,
        at: momentOf(day),
        origin,
        wording: words(wording),
        // A file alone is a proof, too.
        reference: words(reference) ?? (words(wording) === null && words(url) === null ? (file?.name ?? null) : null),
        url: words(url),
        ip: words(ip),
        idempotencyKey,
      });
      if (file === null) return null;
      try {
        await Promise.all(statements.map((statement) => attachProof(contactId, statement, file)));
        return null;
      } catch (error) {
        return messageOf(error);
      }
    },
    onSuccess: async (notAttached) => {
      await refreshConsents(client);
      if (notAttached === null) toastDone(`Recorded for ${name}`);
      else toastFailed(`Recorded, but the file was not attached. ${notAttached}`);
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      width={520}
      title="Record consent"
      description={`Why ${name} may be contacted. What was said before stays on record.`}
    >
      <FormShell
        onSubmit={() => save.mutate()}
        loading={save.isPending}
        submitError={save.error}
        submitLabel="Record"
        submitDisabledReason={
          origin.trim() === ""
            ? "Say where it comes from"
            : basis === "CONSENT" && !proven
              ? "Give the text that was shown, or a proof"
              : undefined
        }
        onCancel={onClose}
      >
        <RadioField label="For" name="channel" options={CHOICES} value={channel} onChange={setChannel} />
        <RadioField
          label="Basis"
          name="basis"
          options={Object.entries(BASES).map(([value, { label, hint }]) => ({
            value: value as ConsentBasis,
            label,
            hint,
          }))}
          value={basis}
          onChange={setBasis}
        />
        <TextField
          label="Source"
          required
          autoFocus
          value={origin}
          maxLength={500}
          onChange={(event) => setOrigin(event.target.value)}
          hint="Where it comes from: a form, a trade show, a call."
        />
        <TextField
          label="Given on"
          type="date"
          required
          max={today}
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
        <TextAreaField
          label="Text shown"
          rows={3}
          maxLength={10_000}
          value={wording}
          onChange={(event) => setWording(event.target.value)}
          hint="Word for word, as they saw or heard it."
        />
        <TextField
          label="Reference"
          value={reference}
          maxLength={500}
          onChange={(event) => setReference(event.target.value)}
          hint="Of the proof: a ticket, a form's entry, a page of a list."
        />
        <TextField
          label="Link to the proof"
          type="url"
          value={url}
          onChange={(event) => setUrl(event.target.value)}
          placeholder="https://"
        />
        <TextField label="IP address" mono value={ip} onChange={(event) => setIp(event.target.value)} />
        <Field label="File" hint="A scan or a recording, at most 20 MB.">
          {(aria) => <input {...aria} type="file" onChange={(event) => setFile(event.target.files?.item(0) ?? null)} />}
        </Field>
      </FormShell>
    </Dialog>
  );
}
