import { Plus, X } from "lucide-react";
import { Button, IconButton } from "@/components/button.tsx";
import { Combobox } from "@/components/combobox.tsx";
import { Field } from "@/components/field.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { AccountPicker } from "../account-picker.tsx";
import { byGroup, type FieldDefinition, kindOf, useCatalogue } from "../catalogue.ts";
import { FieldInput } from "../field-input.tsx";
import type { RecordKind } from "../record-kind.ts";
import { UserPicker } from "../user-picker.tsx";
import { type FieldDraft, NEW_FIELD, settable } from "./bulk-draft.ts";

interface FieldsFormProps {
  kind: RecordKind;
  fields: readonly FieldDraft[];
  problemOf: (key: string) => string | undefined;
  onChange: (fields: readonly FieldDraft[]) => void;
}

/** Fields by name, each with the editor of its kind, or cleared. */
export function FieldsForm({ kind, fields, problemOf, onChange }: FieldsFormProps) {
  const catalogue = useCatalogue(kind.entity);
  if (catalogue === undefined) return <Skeleton width="100%" />;
  const offered = byGroup(settable(kind.entity, catalogue)).flatMap(([, group]) => group);
  const taken = new Set(fields.map(({ key }) => key));
  const put = (index: number, next: FieldDraft) => onChange(fields.map((field, at) => (at === index ? next : field)));
  return (
    <div className="flex flex-col gap-4">
      {fields.map((field, index) => (
        <OneField
          // Order is all that tells them apart until a field is chosen.
          key={`${index} ${field.key}`}
          kind={kind}
          field={field}
          offered={offered.filter(({ key }) => key === field.key || !taken.has(key))}
          problem={problemOf(field.key)}
          onChange={(next) => put(index, next)}
          onRemove={fields.length === 1 ? null : () => onChange(fields.filter((_, at) => at !== index))}
        />
      ))}
      {taken.has("") ? null : (
        <Button
          variant="quiet"
          small
          icon={Plus}
          className="self-start"
          onClick={() => onChange([...fields, NEW_FIELD])}
        >
          Another field
        </Button>
      )}
    </div>
  );
}

function OneField({
  kind,
  field,
  offered,
  problem,
  onChange,
  onRemove,
}: {
  kind: RecordKind;
  field: FieldDraft;
  offered: readonly FieldDefinition[];
  problem: string | undefined;
  onChange: (field: FieldDraft) => void;
  onRemove: (() => void) | null;
}) {
  const definition = offered.find(({ key }) => key === field.key);
  return (
    <div className={`bulk-field ${onRemove === null ? "only" : ""}`}>
      <Combobox
        label="Field"
        required
        placeholder="Choose a field"
        autoFocus={field.key === ""}
        error={field.key === "" ? problem : undefined}
        options={offered.map(({ key, label, group }) => ({ value: key, label: `${label} · ${group}` }))}
        value={field.key === "" ? [] : [field.key]}
        onChange={([key]) => onChange({ ...NEW_FIELD, key: key ?? "" })}
      />
      {onRemove === null ? null : <IconButton label="Leave this field out" icon={X} onClick={onRemove} />}
      {definition === undefined ? null : (
        <div className="wide flex flex-col gap-2">
          <div className="seg self-start" role="group" aria-label={`What happens to ${definition.label}`}>
            {[false, true].map((clear) => (
              <button
                key={String(clear)}
                type="button"
                className={field.clear === clear ? "on" : ""}
                aria-pressed={field.clear === clear}
                onClick={() => onChange({ ...field, clear })}
              >
                {clear ? "Clear" : "Set to"}
              </button>
            ))}
          </div>
          {field.clear ? (
            <p className="t-2">What stands in {definition.label} is taken out of each. It stays in the history.</p>
          ) : (
            <Value
              kind={kind}
              definition={definition}
              value={field.value}
              problem={problem}
              onChange={(value) => onChange({ ...field, value })}
            />
          )}
        </div>
      )}
    </div>
  );
}

function Value({
  kind,
  definition,
  value,
  problem,
  onChange,
}: {
  kind: RecordKind;
  definition: FieldDefinition;
  value: string;
  problem: string | undefined;
  onChange: (value: string) => void;
}) {
  if (kindOf(definition) === "user") {
    return (
      <UserPicker
        kind={kind}
        definition={{ ...definition, required: true }}
        value={value}
        error={problem}
        onChange={onChange}
      />
    );
  }
  if (kindOf(definition) === "ref") {
    return (
      <AccountPicker
        label={definition.label}
        hint="An account never stands above itself: where it would, the record is refused."
        placeholder="Choose an account"
        value={value === "" ? null : value}
        onChange={(id) => onChange(id ?? "")}
      />
    );
  }
  return (
    <Field label={definition.label} required error={problem}>
      {(aria) => (
        <FieldInput
          definition={definition}
          none="Choose"
          value={value}
          bad={problem !== undefined}
          autoFocus={value === ""}
          aria={aria}
          onChange={onChange}
        />
      )}
    </Field>
  );
}
