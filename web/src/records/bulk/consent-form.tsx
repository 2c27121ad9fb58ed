import { useState } from "react";
import { TextAreaField, TextField } from "@/components/field.tsx";
import { RadioField } from "@/components/radio-field.tsx";
import { BASES, dayOf } from "@/records/consent-words.ts";
import type { ConsentBasis } from "@/gql/graphql.ts";
import type { ConsentDraft } from "./bulk-draft.ts";

const CHOICES = [
  { value: "EMAIL", label: "Email" },
  { value: "PHONE", label: "Calls" },
  { value: "BOTH", label: "Email and calls" },
] as const;

/** Why each of them may be contacted: the same source, text and proof for all. */
export function ConsentForm({
  consent,
  problemOf,
  onChange,
}: {
  consent: ConsentDraft;
  problemOf: (field: string) => string | undefined;
  onChange: (consent: ConsentDraft) => void;
}) {
  const [today] = useState(() => dayOf(new Date()));
  const change = (patch: Partial<ConsentDraft>) => onChange({ ...consent, ...patch });
  return (
    <>
      <RadioField
        label="For"
        name="channel"
        options={CHOICES}
        value={consent.channel}
        onChange={(channel) => change({ channel })}
      />
      <RadioField
        label="Basis"
        name="basis"
        options={Object.entries(BASES).map(([value, { label, hint }]) => ({
          value: value as ConsentBasis,
          label,
          hint,
        }))}
        value={consent.basis}
        onChange={(basis) => change({ basis })}
      />
      <TextField
        label="Source"
        required
        autoFocus
        value={consent.origin}
        maxLength={500}
        error={problemOf("origin")}
        onChange={(event) => change({ origin: event.target.value })}
        hint="Where it comes from: a form, a trade show, a call."
      />
      <TextField
        label="Given on"
        type="date"
        max={today}
        value={consent.day}
        error={problemOf("at")}
        onChange={(event) => change({ day: event.target.value })}
        hint="Today if it is left empty."
      />
      <TextAreaField
        label="Text shown"
        rows={3}
        maxLength={10_000}
        value={consent.wording}
        error={problemOf("wording")}
        onChange={(event) => change({ wording: event.target.value })}
        hint="Word for word, as they saw or heard it."
      />
      <TextField
        label="Reference"
        value={consent.reference}
        maxLength={500}
        onChange={(event) => change({ reference: event.target.value })}
        hint="Of the proof: a ticket, a form's entry, a page of a list."
      />
      <TextField
        label="Link to the proof"
        type="url"
        value={consent.url}
        error={problemOf("url")}
        onChange={(event) => change({ url: event.target.value })}
        placeholder="https://"
      />
    </>
  );
}
