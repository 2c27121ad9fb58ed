import { fieldValues } from "@/lib/json.ts";
import { useCatalogue } from "./catalogue.ts";
import { FieldEditor } from "./field-editor.tsx";
import { wholeValue } from "./named-value.tsx";
import { useReadOnlyReason } from "./overview.tsx";
import type { RecordBase, RecordKind } from "./record-kind.ts";

/** The editor of one field inside a table cell. */
export function CellEditor({
  kind,
  record,
  field,
  onClose,
}: {
  kind: RecordKind;
  record: RecordBase;
  field: string;
  onClose: () => void;
}) {
  const definition = useCatalogue(kind.entity)?.find((other) => other.key === field);
  const blocked = useReadOnlyReason(kind, record) !== undefined;
  const value = wholeValue(field, record, fieldValues(record.fields));
  if (definition === undefined || blocked) return null;
  return <FieldEditor kind={kind} record={record} definition={definition} value={value} onClose={onClose} />;
}
