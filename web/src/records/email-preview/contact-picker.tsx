import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Combobox } from "@/components/combobox.tsx";
import { contactPage } from "@/features/audience/contacts/queries.ts";
import { useMay } from "@/features/identity/me/queries.ts";
import { useDebounced } from "@/lib/use-debounced.ts";
import type { Choice } from "@/records/choices.ts";

/** Whose values stand in the email. Nobody's: every merge tag shows its fallback. */
export function ContactPicker({
  label,
  hint,
  value,
  onChange,
}: {
  label: string;
  hint?: string;
  value: string | null;
  onChange: (id: string | null) => void;
}) {
  const may = useMay("CONTACTS_VIEW");
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState<Choice | null>(null);
  const q = useDebounced(words, 150);
  const contacts = useQuery({
    queryKey: ["contacts", "picker", q],
    queryFn: ({ signal }) => contactPage({ first: 12, filter: q === "" ? {} : { q }, sort: null, signal }),
    placeholderData: keepPreviousData,
    enabled: may,
  });
  if (!may) return null;
  const found = (contacts.data?.edges ?? []).map(({ node }) => ({
    value: node.id,
    label: node.fullName || node.email || "Unnamed contact",
  }));
  // The chosen one keeps its name, whatever is typed afterwards.
  const options = chosen === null || found.some((one) => one.value === chosen.value) ? found : [chosen, ...found];
  return (
    <Combobox
      label={label}
      hint={hint}
      options={options}
      value={value === null ? [] : [value]}
      onChange={([id]) => {
        setChosen(options.find((one) => one.value === id) ?? null);
        onChange(id ?? null);
      }}
      onSearch={setWords}
      loading={contacts.isFetching}
      placeholder="Nobody: fallbacks"
    />
  );
}
