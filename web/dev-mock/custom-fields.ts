/** Custom fields of the mock: kept in memory, with the rules that forms show. */
import type { MockUser, World } from "./world.ts";

type Entity = "CONTACT" | "ACCOUNT";

interface Option {
  value: string;
  label: string;
  retired: boolean;
}

interface Field {
  entity: Entity;
  key: string;
  label: string;
  type: string;
  options: Option[];
  required: boolean;
  archived: boolean;
  createdAt: string;
  createdByName: string;
}

type OptionInput = Partial<Option> & { label: string };

const fields: Field[] = [];

const KINDS: Record<string, string> = { DATE_TIME: "datetime" };

/** As the catalogue shows those in use. */
export function customDefinitions(entity: Entity) {
  return fields
    .filter((field) => field.entity === entity && !field.archived)
    .toSorted((a, b) => a.label.localeCompare(b.label))
    .map((field) => ({
      key: field.key,
      label: field.label,
      entity,
      kind: KINDS[field.type] ?? field.type.toLowerCase(),
      group: "Custom fields",
      personal: entity === "CONTACT",
      writable: true,
      unique: false,
      required: field.required,
      sortable: false,
      custom: true,
      options: field.options.filter((option) => !option.retired).map((option) => option.value),
      choices: field.options,
      aliases: [],
    }));
}

export function customFieldResolvers(world: World, user: MockUser) {
  const refused = (code: string, field: string, message: string) => ({
    customField: null,
    position: null,
    userErrors: [{ code, field, message }],
  });
  const shown = (field: Field) => ({ ...field, personal: field.entity === "CONTACT", updatedAt: field.createdAt });
  const done = (field: Field) => ({ customField: shown(field), position: ++world.position, userErrors: [] });
  const taken = (entity: Entity, label: string, own?: Field) =>
    fields.some(
      (field) => field !== own && field.entity === entity && field.label.toLowerCase() === label.trim().toLowerCase(),
    );
  const on = (entity: Entity, key: string, act: (field: Field) => void) => {
    const field = fields.find((other) => other.entity === entity && other.key === key);
    if (field === undefined) return refused("NOT_FOUND", "key", "There is no such custom field.");
    act(field);
    return done(field);
  };
  const named = (label: string) => `Another custom field is called "${label.trim()}". Choose another name.`;
  return {
    customFields: ({ entity, archived }: { entity: Entity; archived?: boolean }) =>
      fields
        .filter((field) => field.entity === entity && (archived === true || !field.archived))
        .toSorted((a, b) => a.label.localeCompare(b.label))
        .map(shown),
    customFieldDefine: ({
      input,
    }: {
      input: { entity: Entity; label: string; type: string; options: string[]; required: boolean };
    }) => {
      if (taken(input.entity, input.label)) return refused("CUSTOM_FIELD_LABEL_TAKEN", "label", named(input.label));
      const label = input.label.trim();
      const field: Field = {
        entity: input.entity,
        key: `custom.${label.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_")}`,
        label,
        type: input.type,
        options: input.options.map((value) => ({ value, label: value, retired: false })),
        required: input.required,
        archived: false,
        createdAt: new Date().toISOString(),
        createdByName: user.name,
      };
      fields.push(field);
      return done(field);
    },
    customFieldChange: ({
      input,
    }: {
      input: { entity: Entity; key: string; label?: string; options?: OptionInput[]; required?: boolean };
    }) => {
      const own = fields.find((field) => field.entity === input.entity && field.key === input.key);
      if (input.label !== undefined && taken(input.entity, input.label, own)) {
        return refused("CUSTOM_FIELD_LABEL_TAKEN", "label", named(input.label));
      }
      return on(input.entity, input.key, (field) => {
        field.label = input.label?.trim() ?? field.label;
        field.required = input.required ?? field.required;
        field.options =
          input.options?.map(({ value, label, retired }) => ({
            value: value ?? label,
            label,
            retired: retired ?? false,
          })) ?? field.options;
      });
    },
    customFieldArchive: ({ entity, key }: { entity: Entity; key: string }) =>
      on(entity, key, (field) => {
        field.archived = true;
      }),
    customFieldRestore: ({ entity, key }: { entity: Entity; key: string }) =>
      on(entity, key, (field) => {
        field.archived = false;
      }),
  };
}
