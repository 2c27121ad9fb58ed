/** The fields of a moment beside what they hold now, in the catalogue's order. */
import { byGroup, type FieldDefinition } from "../catalogue.ts";
import { isMachineForm } from "../named-value.tsx";
import type { NowField, ThenField } from "./queries.ts";

export interface ThenLine {
  definition: FieldDefinition;
  then: ThenField | undefined;
  /** Only where it differs. */
  now: NowField | undefined;
}

/** A field without a definition of its own is shown as text under its label. */
function definitionOf(catalogue: readonly FieldDefinition[], field: { field: string; label: string }): FieldDefinition {
  return (
    catalogue.find((one) => one.key === field.field) ?? {
      key: field.field,
      label: field.label,
      kind: "text",
      group: "Other",
      personal: false,
      writable: false,
      unique: false,
      required: false,
      sortable: false,
      custom: true,
      options: [],
      choices: [],
    }
  );
}

export function thenLines(
  catalogue: readonly FieldDefinition[],
  then: readonly ThenField[],
  now: readonly NowField[],
): [string, (FieldDefinition & { line: ThenLine })[]][] {
  const changed = new Map(now.filter((field) => field.changed).map((field) => [field.field, field]));
  const had = new Map(then.map((field) => [field.field, field]));
  const all = [...then, ...[...changed.values()].filter((field) => !had.has(field.field))];
  const order = new Map(catalogue.map((field, index) => [field.key, index]));
  const lines = all
    .filter((field) => !isMachineForm(field.field))
    .map((field) => {
      const definition = definitionOf(catalogue, field);
      return { ...definition, line: { definition, then: had.get(field.field), now: changed.get(field.field) } };
    })
    .toSorted((a, b) => (order.get(a.key) ?? order.size) - (order.get(b.key) ?? order.size));
  return byGroup(lines);
}
