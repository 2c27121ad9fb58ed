import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { SelectField, TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { RadioField } from "@/components/radio-field.tsx";
import { toastDone } from "@/components/toast.tsx";
import type { ConsentPreset } from "@/gql/graphql.ts";
import { countryName } from "@/lib/format.ts";
import { COUNTRIES } from "@/records/countries.ts";
import { refreshConsentRules, removeConsentRule, setConsentRule } from "./mutations.ts";
import type { ConsentRule } from "./queries.ts";
import { PRESETS } from "./words.ts";

const OPTIONS = (Object.keys(PRESETS) as ConsentPreset[]).map((value) => ({
  value,
  label: PRESETS[value].label,
  hint: PRESETS[value].hint,
}));

/** What holds in a country from now on. `rule`: the one that is changed; null for a country that has none yet. */
export function RuleDialog({
  rule,
  taken,
  onClose,
}: {
  rule: ConsentRule | null;
  /** Countries that have one. */
  taken: readonly string[];
  onClose: () => void;
}) {
  const client = useQueryClient();
  const [country, setCountry] = useState(rule?.country ?? "");
  const [email, setEmail] = useState<ConsentPreset>(rule?.email ?? "CONSENT_NEEDED");
  const [phone, setPhone] = useState<ConsentPreset>(rule?.phone ?? "CONSENT_NEEDED");
  const [note, setNote] = useState("");
  const save = useMutation({
    mutationFn: () => setConsentRule({ country, email, phone, note: note.trim() === "" ? null : note.trim() }),
    onSuccess: async () => {
      toastDone(`Rule saved for ${rule?.name ?? countryName(country)}`, async () => {
        if (rule === null) await removeConsentRule(country);
        else await setConsentRule({ country, email: rule.email, phone: rule.phone, note: null });
        await refreshConsentRules(client);
      });
      await refreshConsentRules(client);
      onClose();
    },
  });
  const free = COUNTRIES.filter(({ value }) => !taken.includes(value));
  return (
    <Dialog
      open
      onClose={onClose}
      title={rule === null ? "New rule" : `Rule for ${rule.name}`}
      description="Holds from now on for people of whom nothing is known. What was decided before stays as it was."
    >
      <FormShell
        onSubmit={() => save.mutate()}
        loading={save.isPending}
        submitError={save.error}
        submitLabel="Save"
        submitDisabledReason={country === "" ? "Choose a country" : undefined}
        onCancel={onClose}
      >
        {rule === null ? (
          <SelectField
            label="Country"
            required
            autoFocus
            value={country}
            options={free}
            placeholder="Choose a country"
            onChange={(event) => setCountry(event.target.value)}
          />
        ) : null}
        <RadioField label="Email" name="email" options={OPTIONS} value={email} onChange={setEmail} />
        <RadioField label="Calls" name="phone" options={OPTIONS} value={phone} onChange={setPhone} />
        <TextField
          label="Note"
          value={note}
          maxLength={500}
          onChange={(event) => setNote(event.target.value)}
          hint="On whose word: counsel, a new law."
        />
      </FormShell>
    </Dialog>
  );
}
