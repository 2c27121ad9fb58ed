import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { customFieldsQuery } from "@/features/audience/custom-fields/queries.ts";
import { useMay, useMe } from "@/features/identity/me/queries.ts";
import { countOf } from "@/lib/format.ts";
import { fieldValues } from "@/lib/json.ts";
import { refusal } from "@/lib/permissions.ts";
import { byGroup, type FieldDefinition, useCatalogue } from "./catalogue.ts";
import { FieldEditor } from "./field-editor.tsx";
import { InlineField } from "./inline-field.tsx";
import { isReference, isSaidElsewhere, namedValue, wholeValue } from "./named-value.tsx";
import { ProvenanceButton } from "./provenance/provenance-button.tsx";
import { isEmpty } from "./raw-value.ts";
import { isErased, type RecordBase, type RecordKind } from "./record-kind.ts";
import { CLIENT_RESTRICTION } from "./restriction.ts";
import "./records.css";

/**
 * Every field of the catalogue by group, each edited in place. Empty ones stay out of the way until asked for. `cards`:
 * on a page, where they are a card with a line for each group.
 */
export function Overview({ kind, record, cards }: { kind: RecordKind; record: RecordBase; cards?: boolean }) {
  const catalogue = useCatalogue(kind.entity);
  const [all, setAll] = useState(false);
  const readOnlyReason = useReadOnlyReason(kind, record);
  const me = useMe();
  const mayRestrict = useMay("CLIENTS_MANAGE");
  const fixedReason = (field: FieldDefinition) =>
    field.key === CLIENT_RESTRICTION && !mayRestrict
      ? refusal(me.role, "change whom a record may be used for")
      : workedOut(field);
  const mayOpenImports = useMay("IMPORTS_VIEW");
  // The values of a field that was archived stay in the record, out of sight.
  const custom = useQuery(customFieldsQuery(kind.entity));
  const values = fieldValues(record.fields);
  if (catalogue === undefined) {
    return (
      <div className="delayed flex flex-col gap-5 p-4">
        {[60, 75, 50, 66, 40].map((width) => (
          <Skeleton key={width} width={`${width}%`} />
        ))}
      </div>
    );
  }
  const archived = new Set(custom.data?.filter((field) => field.archived).map((field) => field.key));
  const known = new Set(catalogue.map((field) => field.key));
  const undefinedOnes = Object.keys(values)
    .filter((key) => key.startsWith("custom.") && !known.has(key) && !archived.has(key))
    .map((key) => customField(kind, key));
  const readable = [...catalogue, ...undefinedOnes]
    .filter((field) => !isSaidElsewhere(field.key, values))
    .map((field) => {
      const value = wholeValue(field.key, record, values);
      const named = isEmpty(value) ? undefined : namedValue(field.key, value, record, mayOpenImports);
      return { ...field, value, named };
    })
    // Its name is not known here, and the bare id would tell nobody anything.
    .filter((field) => field.named !== undefined || !isReference(field.value));
  const shown = readable.filter((field) => all || !isEmpty(field.value));
  const hidden = readable.length - shown.length;
  const groups = byGroup(shown).map(([group, fields]) => (
    <section key={group} className={cards ? "detail-group" : "mb-2"} aria-label={group}>
      {cards ? <h3 className="t-12 med t-3">{group}</h3> : <h2 className="t-12 med t-3 mb-1">{group}</h2>}
      <dl className="fields">
        {fields.map((field) => (
          <FieldRow
            key={field.key}
            field={field}
            value={field.value}
            named={field.named}
            readOnlyReason={fixedReason(field) ?? readOnlyReason}
            origin={
              isErased(record) ? null : (
                <ProvenanceButton kind={kind} record={record} field={field} blocked={readOnlyReason} />
              )
            }
            editor={(close) => (
              <FieldEditor kind={kind} record={record} definition={field} value={field.value} onClose={close} />
            )}
          />
        ))}
      </dl>
    </section>
  ));
  const more =
    all || hidden > 0 ? (
      <Button
        variant="quiet"
        small
        className="self-start"
        {...(all ? {} : { "data-show-empty": "" })}
        onClick={() => setAll(!all)}
      >
        {all ? "Hide empty fields" : `Show ${countOf(hidden, "empty field", "empty fields")}`}
      </Button>
    ) : null;
  return cards ? (
    <Card title="Details" aside={more} flush>
      <div className="details">{groups}</div>
    </Card>
  ) : (
    <div className="flex flex-col gap-3">
      {groups}
      {more}
    </div>
  );
}

/** Why nobody can type into this field; undefined when its value is theirs to change. */
function workedOut({ writable }: FieldDefinition): string | undefined {
  return writable ? undefined : "Pivotal works this out by itself";
}

function FieldRow(props: {
  field: FieldDefinition;
  value: Parameters<typeof InlineField>[0]["value"];
  named: ReactNode | undefined;
  readOnlyReason: string | undefined;
  origin: ReactNode;
  editor: (close: () => void) => ReactNode;
}) {
  return (
    <>
      <dt>{props.field.label}</dt>
      <dd className="field-row">
        <InlineField
          definition={props.field}
          value={props.value}
          named={props.named}
          readOnlyReason={props.readOnlyReason}
          editor={props.editor}
        />
        {props.origin}
      </dd>
    </>
  );
}

/** Why nothing of this record can be edited by this person now; undefined when it can. */
export function useReadOnlyReason(kind: RecordKind, record: { archived: boolean }): string | undefined {
  const me = useMe();
  const may = useMay(kind.permissions.edit);
  if (!may) return refusal(me.role, `edit ${kind.nouns}`);
  if (isErased(record)) return `This ${kind.noun} was erased and cannot be changed`;
  return record.archived ? `Restore this ${kind.noun} to edit it` : undefined;
}

/** A custom field that a file brought and nobody defined is text. */
function customField(kind: RecordKind, key: string): FieldDefinition {
  const label = key.slice("custom.".length).replaceAll("_", " ");
  return {
    key,
    label: label.charAt(0).toUpperCase() + label.slice(1),
    kind: "text",
    group: "Custom fields",
    personal: kind.entity === "CONTACT",
    writable: true,
    unique: false,
    required: false,
    sortable: false,
    custom: true,
    options: [],
    choices: [],
  };
}
