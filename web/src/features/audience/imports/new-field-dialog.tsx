import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { SelectField, TextAreaField, TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { RadioGroup } from "@/components/radio-group.tsx";
import { defineCustomField } from "@/features/audience/custom-fields/mutations.ts";
import type { CustomFieldType, Entity } from "@/gql/graphql.ts";
import { RefusedError } from "@/lib/api-error.ts";
import { guessType, hasOptions, readOptions, TYPES } from "./new-field.ts";
import type { Target } from "./mapping.ts";
import type { Import } from "./queries.ts";

export interface NewFieldPlan {
  column: Import["columns"][number];
  label: string;
  entity: Entity;
}

/** A custom field made without leaving the mapping; the column goes to it at once. */
export function NewFieldDialog({
  plan,
  entities,
  onDone,
  onClose,
}: {
  plan: NewFieldPlan;
  /** Of which records this import writes. */
  entities: readonly Entity[];
  onDone: (target: Target) => void;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const { column } = plan;
  const [label, setLabel] = useState(plan.label);
  const [entity, setEntity] = useState(plan.entity);
  const [type, setType] = useState<CustomFieldType>(() => guessType(column.samples));
  const [options, setOptions] = useState(() => readOptions(column.samples.join("\n")).join("\n"));
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const define = useMutation({
    mutationFn: () =>
      defineCustomField({
        entity,
        label: label.trim(),
        type,
        options: hasOptions(type) ? readOptions(options) : [],
        required: false,
        idempotencyKey: `${idempotencyKey} ${entity} ${type} ${label.trim()}`,
      }),
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: ["catalogue"] });
      // Not shown yet when the read side lags: it stands in the list in a moment.
      if (made === null) onClose();
      else onDone({ entity: made.entity, field: made.key });
    },
  });
  const refused = define.error instanceof RefusedError ? define.error.userErrors : [];
  const errorOf = (field: string) => refused.find((error) => error.field === field)?.message;
  const inFields = refused.length > 0 && refused.every((error) => error.field === "label" || error.field === "options");
  return (
    <Dialog
      open
      onClose={onClose}
      title="New custom field"
      description={`For the column ${column.header}. It stands in forms, lists and filters from now on.`}
    >
      <FormShell
        onSubmit={() => define.mutate()}
        loading={define.isPending}
        submitError={inFields ? null : define.error}
        submitLabel="Create field"
        onCancel={onClose}
      >
        <TextField
          label="Name"
          required
          autoFocus
          value={label}
          error={errorOf("label")}
          onChange={(event) => setLabel(event.target.value)}
        />
        {entities.length > 1 ? (
          <RadioGroup
            label="Belongs to"
            value={entity}
            onChange={(next) => setEntity(next as Entity)}
            options={[
              { value: "CONTACT", label: "The contact" },
              { value: "ACCOUNT", label: "The account" },
            ]}
          />
        ) : null}
        <SelectField
          label="Values are"
          hint={
            column.samples.length === 0
              ? "The column has no value in its first rows. This cannot be changed later."
              : `In the file: ${[...new Set(column.samples)].slice(0, 3).join(", ")}. This cannot be changed later.`
          }
          options={TYPES}
          value={type}
          onChange={(event) => {
            const next = TYPES.find((other) => other.value === event.target.value);
            if (next !== undefined) setType(next.value);
          }}
        />
        {hasOptions(type) ? (
          <TextAreaField
            label="Choices"
            required
            hint="One a line. Values of the file that are none of them are left out with a warning."
            rows={5}
            value={options}
            error={errorOf("options")}
            onChange={(event) => setOptions(event.target.value)}
          />
        ) : null}
      </FormShell>
    </Dialog>
  );
}
