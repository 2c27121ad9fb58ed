import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Combobox } from "@/components/combobox.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { useDebounced } from "@/lib/use-debounced.ts";
import { clientChoices } from "@/records/choices.ts";
import { offered, type Supplier } from "./supplier.ts";

/** Whose file it is. Offered to whoever may see clients. */
export function SupplierField(props: { value: Supplier | null; onChange: (supplier: Supplier | null) => void }) {
  return useMay("CLIENTS_VIEW") ? <Picker {...props} /> : null;
}

function Picker({ value, onChange }: { value: Supplier | null; onChange: (supplier: Supplier | null) => void }) {
  const [words, setWords] = useState("");
  const found = useQuery({ ...clientChoices("CONTACT", useDebounced(words, 150)), placeholderData: keepPreviousData });
  const options = offered(found.data ?? [], value);
  return (
    <Combobox
      label="Supplied by"
      hint={
        value === null
          ? "A client whose file this is, if it is one's."
          : `Records that it creates may be used for ${value.name} only. Records that are known keep what they have.`
      }
      options={options}
      value={value === null ? [] : [value.id]}
      onChange={([id]) => {
        const chosen = options.find((option) => option.value === id);
        onChange(chosen === undefined ? null : { id: chosen.value, name: chosen.label });
      }}
      onSearch={setWords}
      loading={found.isFetching}
      placeholder="Nobody"
    />
  );
}
