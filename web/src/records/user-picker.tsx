import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Combobox } from "@/components/combobox.tsx";
import { useMe } from "@/features/identity/me/queries.ts";
import { useDebounced } from "@/lib/use-debounced.ts";
import type { FieldDefinition } from "./catalogue.ts";
import { type Choice, chosenUsers } from "./choices.ts";
import type { RecordKind } from "./record-kind.ts";

/** Somebody by name, for a field of a form that holds a user. */
export function UserPicker({
  kind,
  definition,
  value,
  error,
  onChange,
}: {
  kind: RecordKind;
  definition: FieldDefinition;
  value: string;
  error?: string | undefined;
  onChange: (id: string) => void;
}) {
  const me = useMe();
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState<Choice | null>(null);
  const found = useQuery({
    ...chosenUsers(kind.entity, definition.key, useDebounced(words.trim(), 150), me),
    placeholderData: keepPreviousData,
  });
  const options = (found.data ?? []).map(({ value: id, label, detail }) => ({
    value: id,
    label: detail === undefined ? label : `${label} (${detail})`,
  }));
  // Who was chosen keeps the name, whatever is typed afterwards.
  const known = chosen === null || options.some((one) => one.value === chosen.value) ? options : [chosen, ...options];
  return (
    <Combobox
      label={definition.label}
      required={definition.required}
      error={error}
      options={known}
      value={value === "" ? [] : [value]}
      onChange={([id]) => {
        setChosen(known.find((one) => one.value === id) ?? null);
        onChange(id ?? "");
      }}
      onSearch={setWords}
      loading={found.isFetching}
      placeholder="Nobody"
    />
  );
}
