/** Custom fields as columns of a list: offered in the column chooser, edited in place by their type. */
import { Tag } from "@/components/badge.tsx";
import type { Column } from "@/components/data-table/types.ts";
import { fieldValues, type Json } from "@/lib/json.ts";
import { choiceLabel, type FieldDefinition, kindOf, useCatalogue } from "./catalogue.ts";
import { CellEditor } from "./cell-editor.tsx";
import { FieldValue, fieldText } from "./field-value.tsx";
import { isEmpty, toRaw } from "./raw-value.ts";
import type { RecordBase, RecordKind } from "./record-kind.ts";

/** Their definitions; none while they come. */
export function useCustomFields(kind: RecordKind): readonly FieldDefinition[] {
  const catalogue = useCatalogue(kind.entity);
  return catalogue?.filter((field) => field.custom) ?? NONE;
}

const NONE: readonly FieldDefinition[] = [];
const NARROW = ["bool", "date", "number"];

export function customColumns<TRow extends RecordBase>(
  kind: RecordKind,
  fields: readonly FieldDefinition[],
  mayEdit: boolean,
): Column<TRow>[] {
  return fields.map((definition) => {
    const { key, label } = definition;
    const type = kindOf(definition);
    const value = (row: TRow) => fieldValues(row.fields)[key];
    return {
      id: key,
      header: label,
      width: NARROW.includes(type) ? 130 : type === "multi" ? 220 : 170,
      hidden: true,
      ...(type === "number" || type === "money" ? { align: "right" as const } : {}),
      text: (row) => fieldText(definition, value(row)),
      cell: (row) => <CustomCell definition={definition} value={value(row)} />,
      ...(mayEdit
        ? {
            editor: (row: TRow, close: () => void) => (
              <CellEditor kind={kind} record={row} field={key} onClose={close} />
            ),
          }
        : {}),
    };
  });
}

/** One line, whatever it holds: rows of a table are equally high. */
function CustomCell({ definition, value }: { definition: FieldDefinition; value: Json | undefined }) {
  if (isEmpty(value)) return <span className="t-3">—</span>;
  if (Array.isArray(value)) {
    return (
      <span className="row gap-1">
        {value.map((item) => (
          <Tag key={toRaw(item)}>{choiceLabel(definition, toRaw(item))}</Tag>
        ))}
      </span>
    );
  }
  return (
    <span className="t-2 clip">
      <FieldValue definition={definition} value={value} />
    </span>
  );
}
