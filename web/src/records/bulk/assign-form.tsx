import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Combobox } from "@/components/combobox.tsx";
import type { Option } from "@/components/field.tsx";
import { useMe } from "@/features/identity/me/queries.ts";
import { useDebounced } from "@/lib/use-debounced.ts";
import { type ChoicesQuery, chosenUsers, teamChoices } from "../choices.ts";
import type { RecordKind } from "../record-kind.ts";
import type { Assignee, Draft } from "./bulk-draft.ts";

/** Whom they are given to: a person, a team, or nobody. */
export function AssignForm({
  kind,
  draft,
  problemOf,
  onChange,
}: {
  kind: RecordKind;
  draft: Draft;
  problemOf: (key: string) => string | undefined;
  onChange: (patch: Partial<Draft>) => void;
}) {
  const me = useMe();
  return (
    <>
      <AssigneePicker
        label="Owner"
        value={draft.owner}
        nobody="Nobody"
        error={problemOf("owner")}
        find={(words) => chosenUsers(kind.entity, "owner", words, me)}
        onChange={(owner) => onChange({ owner })}
      />
      <AssigneePicker
        label="Team"
        value={draft.team}
        nobody="No team"
        error={problemOf("team")}
        find={(words) => teamChoices(kind.entity, words)}
        onChange={(team) => onChange({ team })}
      />
    </>
  );
}

function AssigneePicker({
  label,
  value,
  nobody,
  error,
  find,
  onChange,
}: {
  label: string;
  value: Assignee;
  nobody: string;
  error: string | undefined;
  find: (words: string) => ChoicesQuery;
  onChange: (value: Assignee) => void;
}) {
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState<Option | null>(null);
  const asked = useDebounced(words.trim(), 150);
  const found = useQuery({ ...find(asked), placeholderData: keepPreviousData });
  const options: Option[] = (found.data ?? []).map((one) => ({
    value: one.value,
    label: one.detail === undefined ? one.label : `${one.label} (${one.detail})`,
  }));
  if (asked === "") options.push({ value: "nobody", label: nobody });
  // Who was chosen keeps the name, whatever is typed afterwards.
  const known = chosen === null || options.some((one) => one.value === chosen.value) ? options : [chosen, ...options];
  return (
    <Combobox
      label={label}
      error={error}
      placeholder="Leave as it is"
      autoFocus={label === "Owner"}
      options={known}
      value={value === "" ? [] : [value]}
      onChange={([id]) => {
        setChosen(known.find((one) => one.value === id) ?? null);
        onChange(id ?? "");
      }}
      onSearch={setWords}
      loading={found.isFetching}
    />
  );
}
