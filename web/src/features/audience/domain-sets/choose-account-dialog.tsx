import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Combobox } from "@/components/combobox.tsx";
import { Dialog } from "@/components/dialog.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { useDebounced } from "@/lib/use-debounced.ts";
import { accountChoices, type Choice } from "@/records/choices.ts";
import type { DomainSetItem } from "./queries.ts";

/** Says by hand which account a domain is. */
export function ChooseAccountDialog({
  item,
  onChoose,
  onClose,
}: {
  item: DomainSetItem;
  onChoose: (accountId: string, name: string) => void;
  onClose: () => void;
}) {
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState<Choice | null>(null);
  const q = useDebounced(words, 150);
  const accounts = useQuery({ ...accountChoices(q), placeholderData: keepPreviousData });
  const found = accounts.data ?? [];
  // The chosen one keeps its name, whatever is typed afterwards.
  const options = chosen === null || found.some(({ value }) => value === chosen.value) ? found : [chosen, ...found];
  return (
    <Dialog
      open
      onClose={onClose}
      width={440}
      title={`Which account is ${item.domain}?`}
      description={item.accountName ? `The file calls it ${item.accountName}.` : "The file gives no name for it."}
    >
      <FormShell
        onSubmit={() => {
          if (chosen === null) return;
          onChoose(chosen.value, chosen.label);
          onClose();
        }}
        loading={false}
        submitError={null}
        submitLabel="It is this account"
        submitDisabledReason={chosen === null ? "Choose an account" : undefined}
        onCancel={onClose}
      >
        <Combobox
          label="Account"
          required
          autoFocus
          placeholder="Find by name or domain"
          hint="It stays so, whatever a later matching finds."
          options={options.map(({ value, label, detail }) => ({
            value,
            label: detail === undefined ? label : `${label} (${detail})`,
          }))}
          value={chosen === null ? [] : [chosen.value]}
          onChange={([id]) => setChosen(options.find(({ value }) => value === id) ?? null)}
          onSearch={setWords}
          loading={accounts.isFetching}
        />
      </FormShell>
    </Dialog>
  );
}
