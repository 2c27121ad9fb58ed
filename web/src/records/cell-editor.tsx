import { fieldValues, type Json } from "@/lib/json.ts";
import { useCatalogue } from "./catalogue.ts";
import { InlineEditor } from "./inline-field.tsx";
import { useReadOnlyReason } from "./overview.tsx";
import type { RecordBase, RecordKind } from "./record-kind.ts";
import { useRecordActions } from "./use-record-actions.ts";

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
  const { save } = useRecordActions(kind);
  const value: Json | undefined = fieldValues(record.fields)[field];
  if (definition === undefined || blocked) return null;
  return (
    <InlineEditor
      definition={definition}
      value={value}
      onSave={(next) => save(record, { [field]: next }, definition.label)}
      onClose={onClose}
    />
  );
}
