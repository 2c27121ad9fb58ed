import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/button.tsx";
import { Combobox } from "@/components/combobox.tsx";
import { clientPage } from "@/features/identity/clients/queries.ts";
import { messageOf } from "@/lib/api-error.ts";
import { useDebounced } from "@/lib/use-debounced.ts";
import type { Choice } from "./choices.ts";

const SHOWN = 12;

/** A client in use, looked for by name or website on the server, for a form. Empty: none. */
export function ClientPicker({
  value,
  start = null,
  onChange,
  label = "Client",
  placeholder = "Choose a client",
  required,
  error,
  named = (name) => name,
}: {
  value: string;
  /** What is chosen when the form opens, which may stand far behind in the list. */
  start?: Choice | null;
  onChange: (id: string) => void;
  label?: string;
  /** What stands there while none is chosen. */
  placeholder?: string;
  required?: boolean;
  error?: string | undefined;
  /** How a client's name is put. */
  named?: (name: string) => string;
}) {
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState<Choice | null>(start);
  const search = useDebounced(words.trim(), 150);
  const clients = useQuery({
    queryKey: ["clients", "picker", search],
    queryFn: ({ signal }) =>
      clientPage({
        first: SHOWN,
        filter: search === "" ? { archived: false } : { archived: false, search },
        sort: null,
        signal,
      }),
    placeholderData: keepPreviousData,
  });
  const found = (clients.data?.edges ?? []).map(({ node }) => ({ value: node.id, label: named(node.name) }));
  // The chosen one keeps its name, whatever is typed afterwards.
  const options = chosen === null || found.some((one) => one.value === chosen.value) ? found : [chosen, ...found];
  return (
    <div className="flex flex-col gap-1">
      <Combobox
        label={label}
        {...(required === undefined ? {} : { required })}
        error={error}
        options={options}
        value={value === "" ? [] : [value]}
        onChange={([id]) => {
          setChosen(options.find((one) => one.value === id) ?? null);
          onChange(id ?? "");
        }}
        onSearch={setWords}
        loading={clients.isFetching}
        placeholder={placeholder}
      />
      {clients.isError ? (
        <p className="row gap-2" role="alert">
          <span className="error grow">{`Clients could not be loaded. ${messageOf(clients.error)}`}</span>
          <Button small busy={clients.isFetching} onClick={() => void clients.refetch()}>
            Try again
          </Button>
        </p>
      ) : null}
    </div>
  );
}
