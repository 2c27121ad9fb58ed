import type { Entity } from "@/gql/graphql.ts";
import type { Json } from "@/lib/json.ts";
import { type FieldDefinition, shownKind } from "@/records/catalogue.ts";
import { valueText } from "@/records/field-value.tsx";
import type { ValueChange } from "./undo.ts";

export type Fields = Record<Entity, readonly FieldDefinition[]>;

/** The value as a form would show it. */
export function textOf(fields: Fields, entity: Entity, field: string, value: Json): string {
  const definition = fields[entity].find((other) => other.key === field);
  return valueText(definition === undefined ? "text" : shownKind(definition), value);
}

/** Old value struck through, new value in green; a value that is kept says which one lost. */
export function ChangeCell({ change, fields }: { change: ValueChange; fields: Fields }) {
  const before = textOf(fields, change.entity, change.field, change.old);
  const after = textOf(fields, change.entity, change.field, change.new);
  if (change.kept) {
    return (
      <span title={change.rule ?? undefined}>
        {before === "" ? <span className="t-3">empty</span> : before}
        <span className="t-3"> · kept, not {after}</span>
      </span>
    );
  }
  return (
    <span className="change">
      {before === "" ? <span className="t-3">empty</span> : <del className="was">{before}</del>}
      <ins className="ch">{after === "" ? "empty" : after}</ins>
    </span>
  );
}

/** The same without colours, for tooltips and for phones. */
export function changeText(change: ValueChange, fields: Fields): string {
  const before = textOf(fields, change.entity, change.field, change.old);
  const after = textOf(fields, change.entity, change.field, change.new);
  if (change.kept) return `${change.label}: ${before} kept, not ${after}. ${change.rule ?? ""}`.trim();
  return `${change.label}: ${before === "" ? "empty" : before} → ${after === "" ? "empty" : after}`;
}
