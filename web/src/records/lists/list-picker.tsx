import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Combobox } from "@/components/combobox.tsx";
import { type List, listsFoundQuery } from "@/features/audience/lists/queries.ts";
import type { Entity } from "@/gql/graphql.ts";
import { countOf } from "@/lib/format.ts";
import { useDebounced } from "@/lib/use-debounced.ts";

type Named = Pick<List, "id" | "name">;

/** Lists of one kind by name; the ones that changed last come first. */
export function ListPicker({
  entity,
  value,
  onChange,
  multiple,
  fillable,
  without,
  label = "List",
  hint,
  error,
  autoFocus,
}: {
  entity: Entity;
  value: readonly Named[];
  onChange: (lists: Named[]) => void;
  multiple?: boolean;
  /** Only those that take records. */
  fillable?: boolean;
  /** Left out. */
  without?: string;
  label?: string;
  hint?: string;
  error?: string | undefined;
  autoFocus?: boolean;
}) {
  const [words, setWords] = useState("");
  const q = useDebounced(words.trim(), 150);
  const found = useQuery(listsFoundQuery(q === "" ? { entity } : { entity, q }));
  const offered = (found.data ?? []).filter(
    (list) => list.id !== without && (!fillable || (list.mayEdit && !list.snapshotAt)),
  );
  // The chosen ones keep their names, whatever is typed afterwards.
  const held = value.filter((one) => !offered.some((list) => list.id === one.id));
  const nouns: [string, string] = entity === "ACCOUNT" ? ["account", "accounts"] : ["contact", "contacts"];
  return (
    <Combobox
      label={label}
      required
      {...(multiple === undefined ? {} : { multiple })}
      {...(autoFocus === undefined ? {} : { autoFocus })}
      hint={hint}
      error={error}
      placeholder={multiple ? "Choose lists" : "Choose a list"}
      options={[
        ...held.map((one) => ({ value: one.id, label: one.name })),
        ...offered.map((list) => ({ value: list.id, label: `${list.name} (${countOf(list.members, ...nouns)})` })),
      ]}
      value={value.map((one) => one.id)}
      onChange={(ids) =>
        onChange(ids.flatMap((id) => [...value, ...offered].find((one) => one.id === id) ?? []).map(named))
      }
      onSearch={setWords}
      loading={found.isFetching}
    />
  );
}

const named = ({ id, name }: Named): Named => ({ id, name });
