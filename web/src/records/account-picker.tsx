import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Combobox } from "@/components/combobox.tsx";
import { accountPage } from "@/features/audience/accounts/queries.ts";
import { useDebounced } from "@/lib/use-debounced.ts";

/** The company of a contact. Left open, the email's domain finds it. */
export function AccountPicker({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const [words, setWords] = useState("");
  const q = useDebounced(words, 150);
  const accounts = useQuery({
    queryKey: ["accounts", "picker", q],
    queryFn: ({ signal }) => accountPage({ first: 12, filter: q === "" ? {} : { q }, sort: null, signal }),
    placeholderData: keepPreviousData,
  });
  const options = (accounts.data?.edges ?? []).map(({ node }) => ({
    value: node.id,
    label: node.name ?? node.domain ?? "Unnamed account",
  }));
  return (
    <Combobox
      label="Account"
      hint="Left open, the domain of the email links it."
      options={options}
      value={value === null ? [] : [value]}
      onChange={([id]) => onChange(id ?? null)}
      onSearch={setWords}
      loading={accounts.isFetching}
      placeholder="Link by email domain"
    />
  );
}
