import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Combobox } from "@/components/combobox.tsx";
import { useDebounced } from "@/lib/use-debounced.ts";

export interface Named {
  id: string;
  name: string;
}

export interface Offered<T extends Named> {
  queryKey: readonly unknown[];
  queryFn: (context: { signal: AbortSignal }) => Promise<readonly T[]>;
}

/** One or several of what has a name, found by the server as somebody types. */
export function NamedPicker<T extends Named>({
  label,
  placeholder,
  hint,
  error,
  multiple,
  autoFocus,
  value,
  onChange,
  offer,
  words = ({ name }) => name,
}: {
  label: string;
  placeholder: string;
  hint?: string;
  error?: string | undefined;
  multiple?: boolean;
  autoFocus?: boolean;
  value: readonly T[];
  onChange: (value: T[]) => void;
  /** What there is for these words. */
  offer: (words: string) => Offered<T>;
  /** How one is put among the others. */
  words?: (one: T) => string;
}) {
  const [typed, setTyped] = useState("");
  const found = useQuery({ ...offer(useDebounced(typed.trim(), 150)), placeholderData: keepPreviousData });
  const offered = found.data ?? [];
  // The chosen ones keep their names, whatever is typed afterwards.
  const held = value.filter((one) => !offered.some(({ id }) => id === one.id));
  return (
    <Combobox
      label={label}
      required
      hint={found.isError ? "They could not be loaded. Close this and try again." : hint}
      error={error}
      placeholder={placeholder}
      {...(multiple === undefined ? {} : { multiple })}
      {...(autoFocus === undefined ? {} : { autoFocus })}
      options={[...held, ...offered].map((one) => ({ value: one.id, label: words(one) }))}
      value={value.map(({ id }) => id)}
      // As it is offered now: it may say more than what was kept of it.
      onChange={(ids) => onChange(ids.flatMap((id) => [...offered, ...value].find((one) => one.id === id) ?? []))}
      onSearch={setTyped}
      loading={found.isFetching}
    />
  );
}
