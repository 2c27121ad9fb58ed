import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Checkbox } from "@/components/checkbox.tsx";
import { Dialog } from "@/components/dialog.tsx";
import { SelectField, TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { toastDone } from "@/components/toast.tsx";
import type { CustomFieldChangeInput, CustomFieldType, Entity } from "@/gql/graphql.ts";
import { RefusedError } from "@/lib/api-error.ts";
import { archiveCustomField, changeCustomField, defineCustomField, refreshFields } from "./mutations.ts";
import { OptionsEditor } from "./options-editor.tsx";
import type { CustomField } from "./queries.ts";
import { canBeUnique, defaultText, type DraftOption, hasOptions, optionsProblem, TYPES, typeLabel } from "./words.ts";

/** Refusals that stand at their input. */
const SHOWN_BESIDE = ["label", "options", "type", "unique", "default"];

const EMPTY: DraftOption = { id: 0, value: null, label: "", retired: false };

/** Defines a field, or changes one. Its type and key stay: what records hold was read by them. */
export function FieldDialog({
  entity,
  field,
  onClose,
}: {
  entity: Entity;
  field: CustomField | null;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const [label, setLabel] = useState(field?.label ?? "");
  const [type, setType] = useState<CustomFieldType>(field?.type ?? "TEXT");
  const [required, setRequired] = useState(field?.required ?? false);
  const [unique, setUnique] = useState(field?.unique ?? false);
  const [preset, setPreset] = useState(defaultText(field?.default));
  const isUnique = unique && canBeUnique(type);
  const [options, setOptions] = useState<DraftOption[]>(() => draftOf(field));
  const [tried, setTried] = useState(false);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const given = options.filter((option) => option.label.trim() !== "" || option.value !== null);
  const save = useMutation({
    mutationFn: async () => {
      if (field === null) {
        const labels = hasOptions(type) ? given.map((option) => option.label.trim()) : [];
        const rules = { required, unique: isUnique, ...(isUnique || preset.trim() === "" ? {} : { default: preset }) };
        const made = await defineCustomField({ entity, label, type, ...rules, options: labels, idempotencyKey });
        return made === null ? null : () => archiveCustomField(made);
      }
      await changeCustomField(
        changeOf(field, { label, required, unique: isUnique, preset: isUnique ? "" : preset, options: given }),
      );
      return () => changeCustomField(changeBack(field, given));
    },
    onSuccess: async (undo) => {
      const back = async () => {
        await undo?.();
        await refreshFields(client);
      };
      toastDone(field === null ? `${label.trim()} defined` : `${label.trim()} saved`, undo === null ? undefined : back);
      await refreshFields(client);
      onClose();
    },
  });
  const refused = save.error instanceof RefusedError ? save.error.userErrors : [];
  const errorOf = (name: string) => refused.find((error) => error.field === name)?.message;
  const missing = tried && label.trim() === "" ? "A field needs a name." : undefined;
  const problem = hasOptions(type) && tried ? optionsProblem(given) : undefined;
  const said = refused.length > 0 && refused.every((error) => SHOWN_BESIDE.includes(error.field ?? ""));
  return (
    <Dialog
      open
      onClose={onClose}
      width={520}
      title={field === null ? `New ${entity === "CONTACT" ? "contact" : "account"} field` : `Change ${field.label}`}
    >
      <FormShell
        onSubmit={() => {
          setTried(true);
          if (label.trim() !== "" && !(hasOptions(type) && optionsProblem(given))) save.mutate();
        }}
        loading={save.isPending}
        submitError={said ? null : save.error}
        submitLabel={field === null ? "Define field" : "Save"}
        onCancel={onClose}
        footNote={field === null ? undefined : <span className="mono">{field.key}</span>}
      >
        <TextField
          label="Name"
          required
          autoFocus
          maxLength={80}
          value={label}
          onChange={(event) => setLabel(event.target.value)}
          hint={
            field === null
              ? "As forms, lists, filters and files call it."
              : "Values, filters and views keep it under any name."
          }
          error={missing ?? errorOf("label")}
        />
        {field === null ? (
          <SelectField
            label="Type"
            value={type}
            options={TYPES.map(({ value, label: text }) => ({ value, label: text }))}
            onChange={(event) => setType(event.target.value as CustomFieldType)}
            hint={`${TYPES.find(({ value }) => value === type)?.hint ?? ""} It cannot be changed later.`}
            error={errorOf("type")}
          />
        ) : (
          <div className="field">
            <span className="legend">Type</span>
            <span className="t-2">{typeLabel(field.type)}</span>
          </div>
        )}
        {hasOptions(type) ? (
          <OptionsEditor options={options} onChange={setOptions} error={problem ?? errorOf("options")} />
        ) : null}
        {isUnique ? null : (
          <TextField
            label="Default"
            value={preset}
            onChange={(event) => setPreset(event.target.value)}
            hint={
              type === "MULTI"
                ? "What a new record gets when nobody says anything. Several options with ; between them."
                : "What a new record gets when nobody says anything. Empty for none."
            }
            error={errorOf("default")}
          />
        )}
        <div className="flex items-start gap-3">
          <Checkbox label="Required" checked={required} onChange={setRequired} />
          <span>
            Required
            <span className="t-12 t-3 block">
              Nobody can create a record without it or empty it. Rows of files go in all the same.
            </span>
          </span>
        </div>
        {canBeUnique(type) ? (
          <div className="flex items-start gap-3">
            <Checkbox label="Unique" checked={unique} onChange={setUnique} />
            <span>
              Unique
              <span className="t-12 t-3 block">
                Only one record may hold a value. A second is refused, and a row of a file with it is rejected.
              </span>
              {errorOf("unique") === undefined ? null : (
                <span className="error block" role="alert">
                  {errorOf("unique")}
                </span>
              )}
            </span>
          </div>
        ) : null}
      </FormShell>
    </Dialog>
  );
}

function draftOf(field: CustomField | null): DraftOption[] {
  const options = (field?.options ?? []).map((option, id) => ({ id, ...option }));
  return options.length === 0 ? [EMPTY] : options;
}

const bare = ({ value, label, retired }: DraftOption) => ({ value, label: label.trim(), retired });

function changeOf(
  field: CustomField,
  draft: { label: string; required: boolean; unique: boolean; preset: string; options: DraftOption[] },
): CustomFieldChangeInput {
  const { entity, key } = field;
  const options = hasOptions(field.type) ? { options: draft.options.map(bare) } : {};
  const preset = draft.preset.trim() === "" ? null : draft.preset;
  // What was not touched is not sent: a default that is read anew could read otherwise.
  const touched = draft.preset === defaultText(field.default) ? {} : { default: preset };
  return { entity, key, label: draft.label, required: draft.required, unique: draft.unique, ...touched, ...options };
}

/** To how it was. Options that were added stay, retired: records may hold them by now. */
function changeBack(field: CustomField, after: DraftOption[]): CustomFieldChangeInput {
  const { entity, key, label, required, unique } = field;
  const preset = defaultText(field.default);
  const added = after.filter((option) => option.value === null).map((option) => option.label.trim());
  const before = field.options.map(({ value, label: text, retired }) => ({ value, label: text, retired }));
  const retired = added.map((text) => ({ value: text, label: text, retired: true }));
  const back = hasOptions(field.type) ? { options: [...before, ...retired] } : {};
  return { entity, key, label, required, unique, default: preset === "" ? null : preset, ...back };
}
