import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Combobox } from "@/components/combobox.tsx";
import { accountPage } from "@/features/audience/accounts/queries.ts";
import { useDebounced } from "@/lib/use-debounced.ts";
import type { Choice } from "./choices.ts";

/** The company of a contact. Left open, the email's domain finds it. */
export function AccountPicker({
  value,
  onChange,
  label = "Account",
  hint = "Left open, the domain of the email links it.",
  placeholder = "Link by email domain",
  required,
}: {
  value: string | null;
  onChange: (id: string | null) => void;
  label?: string;
  hint?: string;
  placeholder?: string;
  required?: boolean;
}) {
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState<Choice | null>(null);
  const q = useDebounced(words, 150);
  const accounts = useQuery({
    queryKey: ["accounts", "picker", q],
    queryFn: ({ signal }) => accountPage({ first: 12, filter: q === "" ? {} : { q }, sort: null, signal }),
    placeholderData: keepPreviousData,
  });
  const found = (accounts.data?.edges ?? []).map(({ node }) => ({
    value: node.id,
    label: node.name ?? node.domain ?? "Unnamed account",
  }));
  // The chosen one keeps its name, whatever is typed afterwards.
  const options = chosen === null || found.some((one) => one.value === chosen.value) ? found : [chosen, ...found];
  return (
    <Combobox
      label={label}
      hint={hint}
      {...(required === undefined ? {} : { required })}
      options={options}
      value={value === null ? [] : [value]}
      onChange={([id]) => {
        setChosen(options.find((one) => one.value === id) ?? null);
        onChange(id ?? null);
      }}
      onSearch={setWords}
      loading={accounts.isFetching}
      placeholder={placeholder}
    />
  );
}
