import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { RadioField } from "@/components/radio-field.tsx";
import { toastDone } from "@/components/toast.tsx";
import { countOf } from "@/lib/format.ts";
import { refreshConsents, withdrawConsent } from "./mutations.ts";
import { type ChannelChoice, channelsOf, dayOf, momentOf } from "@/records/consent-words.ts";

const CHOICES = [
  { value: "EMAIL", label: "Email" },
  { value: "PHONE", label: "Calls" },
  { value: "BOTH", label: "Email and calls" },
] as const;

/** A person said no: effective for the next send and the next call. No single step brings back what it does, so there is no undo. */
export function WithdrawDialog({ contactId, name, onClose }: { contactId: string; name: string; onClose: () => void }) {
  const client = useQueryClient();
  const [channel, setChannel] = useState<ChannelChoice>("EMAIL");
  const [today] = useState(() => dayOf(new Date()));
  const [day, setDay] = useState(today);
  const [origin, setOrigin] = useState("");
  const [note, setNote] = useState("");
  const save = useMutation({
    mutationFn: () =>
      withdrawConsent({
        contactId,
        channels: channelsOf(channel),
        at: momentOf(day),
        origin,
        note: note.trim() === "" ? null : note.trim(),
      }),
    onSuccess: async (suppressed) => {
      await refreshConsents(client);
      toastDone(
        suppressed === 0
          ? `Withdrawn by ${name}`
          : `Withdrawn by ${name}, ${countOf(suppressed, "address or number", "addresses and numbers")} suppressed`,
      );
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title="Withdraw consent"
      description={`${name} said no. Their addresses or numbers are suppressed everywhere, at once. This cannot be undone in one step: a mistake is taken back on the statement, and each suppression is released by itself.`}
    >
      <FormShell
        onSubmit={() => save.mutate()}
        loading={save.isPending}
        submitError={save.error}
        submitLabel="Withdraw"
        submitDisabledReason={origin.trim() === "" ? "Say how they said it" : undefined}
        onCancel={onClose}
      >
        <RadioField label="For" name="channel" options={CHOICES} value={channel} onChange={setChannel} />
        <TextField
          label="How they said it"
          required
          autoFocus
          value={origin}
          maxLength={500}
          onChange={(event) => setOrigin(event.target.value)}
          hint="A reply, a call, a letter."
        />
        <TextField
          label="On"
          type="date"
          required
          max={today}
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
        <TextField label="Note" value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
      </FormShell>
    </Dialog>
  );
}
