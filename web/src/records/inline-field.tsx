import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { Icon } from "@/components/icon.tsx";
import { Tooltip } from "@/components/tooltip.tsx";
import { messageOf } from "@/lib/api-error.ts";
import type { Json } from "@/lib/json.ts";
import type { FieldDefinition } from "./catalogue.ts";
import { FieldInput } from "./field-input.tsx";
import { FieldValue } from "./field-value.tsx";
import { fromRaw, isEmpty, toRaw } from "./raw-value.ts";

interface InlineEditorProps {
  definition: FieldDefinition;
  value: Json | undefined;
  /** Rejects when the value is not accepted; the text then stays in the editor with the reason. */
  onSave: (value: string | null) => Promise<void>;
  onClose: () => void;
}

/** Saves on blur and Enter, gives up on Esc. */
export function InlineEditor({ definition, value, onSave, onClose }: InlineEditorProps) {
  const [draft, setDraft] = useState(() => toRaw(value));
  const [error, setError] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const commit = async (text: string) => {
    if (saving) return;
    if (text.trim() === toRaw(value)) return onClose();
    setSaving(true);
    try {
      await onSave(fromRaw(text));
      onClose();
    } catch (cause) {
      setError(messageOf(cause));
      setSaving(false);
    }
  };
  return (
    <span className="block w-full">
      <FieldInput
        definition={definition}
        value={draft}
        autoFocus
        bad={error !== null}
        aria={{ "aria-label": definition.label, ...(error === null ? {} : { "aria-invalid": true as const }) }}
        onChange={(text) => {
          setDraft(text);
          setError(null);
        }}
        onBlur={() => void commit(draft)}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            event.preventDefault();
            void commit(draft);
          }
          if (event.key === "Escape") {
            event.preventDefault();
            event.stopPropagation();
            onClose();
          }
        }}
      />
      {error === null ? null : (
        <span className="error mt-1 whitespace-normal" role="alert">
          <Icon as={TriangleAlert} size="sm" />
          {error}
        </span>
      )}
    </span>
  );
}

/** A value that becomes its editor when pressed. `readOnlyReason` says why it does not. */
export function InlineField({
  definition,
  value,
  readOnlyReason,
  onSave,
}: {
  definition: FieldDefinition;
  value: Json | undefined;
  readOnlyReason?: string | undefined;
  onSave: (value: string | null) => Promise<void>;
}) {
  const [editing, setEditing] = useState(false);
  if (editing) {
    return <InlineEditor definition={definition} value={value} onSave={onSave} onClose={() => setEditing(false)} />;
  }
  const shown = isEmpty(value) ? <span className="t-3">—</span> : <FieldValue definition={definition} value={value} />;
  if (readOnlyReason !== undefined) {
    return (
      <Tooltip label={readOnlyReason} side="left">
        {/* Focusable so that the reason can be read by keyboard too. */}
        <span className="inline-value fixed-value" tabIndex={-1}>
          {shown}
        </span>
      </Tooltip>
    );
  }
  return (
    <span className="inline-value">
      <span className="min-w-0">{shown}</span>
      <button
        type="button"
        className="inline-edit"
        aria-label={`Edit ${definition.label}`}
        data-field={definition.key}
        onClick={() => setEditing(true)}
      />
    </span>
  );
}
