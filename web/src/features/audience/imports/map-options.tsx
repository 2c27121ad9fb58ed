import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Combobox } from "@/components/combobox.tsx";
import { SelectField, TextField } from "@/components/field.tsx";
import { Notice } from "@/components/notice.tsx";
import { RadioGroup, type RadioOption } from "@/components/radio-group.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { countOf } from "@/lib/format.ts";
import { forgetStored } from "@/lib/stored.ts";
import { COUNTRIES } from "@/records/countries.ts";
import { UNSURE } from "./map-row.tsx";
import { type Choice, draftKey, type Kind, KIND_WORDS, matchWords, targetId } from "./mapping.ts";
import { chooseSheet } from "./mutations.ts";
import type { Import } from "./queries.ts";
import type { Supplier } from "./supplier.ts";
import { SupplierField } from "./supplier-field.tsx";

const KINDS: readonly (RadioOption & { value: Kind })[] = [
  { value: "BOTH", label: KIND_WORDS.BOTH },
  { value: "CONTACTS", label: KIND_WORDS.CONTACTS, hint: "Accounts are found, and never made or changed." },
  { value: "ACCOUNTS", label: KIND_WORDS.ACCOUNTS },
];

/** What holds for the whole file, and what deserves a look before it starts. */
export function MapOptions(props: {
  one: Import;
  choices: readonly Choice[];
  kind: Kind;
  name: string;
  country: string;
  supplier: Supplier | null;
  /** Whose mapping is used again, if any. */
  used: ReactNode;
  onKind: (kind: Kind) => void;
  onSupplier: (supplier: Supplier | null) => void;
  onName: (name: string) => void;
  onCountry: (country: string) => void;
}) {
  const { one, choices, kind } = props;
  const words = matchWords(choices, kind);
  const phones = choices.some((choice) => choice.target !== null && /phone|fax/.test(choice.target.field));
  const unsure = one.columns.filter((column) => {
    const target = choices.find((choice) => choice.column === column.index)?.target;
    if (!target || !column.suggestedEntity || !column.suggestedField || column.confidence >= UNSURE) return false;
    return targetId(target) === targetId({ entity: column.suggestedEntity, field: column.suggestedField });
  });
  const repeated = one.columns.filter((column) => {
    const target = choices.find((choice) => choice.column === column.index)?.target;
    const { suggestedEntity: entity, suggestedField: field } = column;
    if (target !== null || !entity || !field) return false;
    return choices.some((choice) => choice.target !== null && targetId(choice.target) === targetId({ entity, field }));
  });
  return (
    <aside className="map-options" aria-label="Settings of this import">
      {props.used}
      {one.sheets.length > 1 ? <SheetField one={one} /> : null}
      <RadioGroup
        label="What is in this file"
        options={KINDS}
        value={kind}
        onChange={(value) => props.onKind(value as Kind)}
      />
      <TextField
        label="Name of this import"
        hint="Stands in the history of every record it writes."
        value={props.name}
        onChange={(event) => props.onName(event.target.value)}
      />
      <Combobox
        label="Default phone country"
        hint={
          phones
            ? "Used where a number has no country code."
            : "No phone column is mapped; used where a number has no country code."
        }
        options={COUNTRIES}
        value={props.country === "" ? [] : [props.country]}
        onChange={([country]) => props.onCountry(country ?? "")}
        placeholder="None"
      />
      <SupplierField value={props.supplier} onChange={props.onSupplier} />
      <div>
        <h2 className="t-13 med">Found again by</h2>
        <p className="t-2 mt-1">
          {words.length === 0
            ? kind === "ACCOUNTS"
              ? "Nothing yet. Map the account's name or its domain."
              : "Nothing yet. Map email, LinkedIn, or a name together with the account."
            : `${capital(words.join(", then "))}. ${kind === "ACCOUNTS" ? "Accounts that are known are updated, all others created." : "Who is known is updated, everybody else is created."}`}
        </p>
      </div>
      {unsure.map((column) => (
        <Notice key={column.index} tone="warning" title={`Look at ${column.header}`}>
          {column.samples[0] === undefined
            ? "It has no value in the first rows."
            : `It holds values like “${column.samples[0]}”.`}
        </Notice>
      ))}
      {repeated.length === 0 ? null : (
        <Notice title="Not imported">
          {repeated.map((column) => column.header).join(", ")}: another column fills the same field with more
          confidence.
        </Notice>
      )}
    </aside>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Another sheet of the same workbook has other columns: what was mapped is forgotten with the former one. */
function SheetField({ one }: { one: Import }) {
  const client = useQueryClient();
  const choose = useMutation({
    mutationFn: (sheet: string) => chooseSheet(one.id, sheet),
    onSuccess: async () => {
      forgetStored(draftKey(one.id));
      await client.invalidateQueries({ queryKey: ["imports"] });
    },
  });
  return (
    <SelectField
      label="Sheet"
      hint={choose.isPending ? "Looking at the sheet" : "Another sheet is mapped anew."}
      error={choose.isError ? `Not changed. ${messageOf(choose.error)}` : undefined}
      options={one.sheets.map(({ name, rows }) => ({
        value: name,
        label: `${name}, ${countOf(Math.max(0, rows - 1), "row", "rows")}`,
      }))}
      value={one.sheet ?? ""}
      onChange={(event) => choose.mutate(event.target.value)}
    />
  );
}
