import { Pencil, TriangleAlert } from "lucide-react";
import { type ReactNode, useId, useRef, useState } from "react";
import { Icon } from "@/components/icon.tsx";
import { Tooltip } from "@/components/tooltip.tsx";
import { messageOf, RefusedError } from "@/lib/api-error.ts";
import type { Json } from "@/lib/json.ts";
import type { FieldDefinition } from "./catalogue.ts";
import { FieldInput } from "./field-input.tsx";
import { FieldValue, fieldText } from "./field-value.tsx";
import { fromRaw, isEmpty, toRaw } from "./raw-value.ts";

interface InlineEditorProps {
  definition: FieldDefinition;
  value: Json | undefined;
  /** Rejects when the value is not accepted; the text then stays in the editor with the reason. */
  onSave: (value: string | null) => Promise<void>;
  onClose: () => void;
}

/** Somebody else saved the same field first: the code of the refusal. */
const MEANWHILE = "CHANGED_MEANWHILE";

/** Saves on blur and Enter, gives up on Esc. Over somebody else's newer value it saves by Enter alone. */
export function InlineEditor({ definition, value, onSave, onClose }: InlineEditorProps) {
  const [draft, setDraft] = useState(() => toRaw(value));
  const [refusal, setRefusal] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const errorId = useId();
  const collided = refusal instanceof RefusedError && refusal.code === MEANWHILE;
  const error =
    refusal === null
      ? null
      : collided
        ? collision(definition, fieldText(definition, value ?? null))
        : messageOf(refusal);
  const commit = async (text: string) => {
    if (saving) return;
    if (text.trim() === toRaw(value)) return onClose();
    setSaving(true);
    try {
      await onSave(fromRaw(text));
      onClose();
    } catch (cause) {
      setRefusal(cause);
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
        aria={{
          "aria-label": definition.label,
          ...(error === null ? {} : { "aria-invalid": true as const, "aria-describedby": errorId }),
        }}
        onChange={(text) => {
          setDraft(text);
          if (!collided) setRefusal(null);
        }}
        onBlur={() => (collided ? undefined : void commit(draft))}
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
        <span className="error mt-1 whitespace-normal" role="alert" id={errorId}>
          <Icon as={TriangleAlert} size="sm" />
          {error}
        </span>
      )}
    </span>
  );
}

/** `theirs` is what the field holds by now. */
function collision({ label }: FieldDefinition, theirs: string): string {
  const what = theirs === "" ? `emptied ${label}` : `changed ${label} to “${theirs}”`;
  return `Somebody else ${what} meanwhile. Yours is not saved: Enter puts it in its place, Esc keeps theirs.`;
}

/** A value that becomes its editor when pressed. `readOnlyReason` says why it does not. */
export function InlineField({
  definition,
  value,
  named,
  readOnlyReason,
  editor: edit,
}: {
  definition: FieldDefinition;
  value: Json | undefined;
  /** Shown in place of a value that says nothing by itself. */
  named?: ReactNode;
  readOnlyReason?: string | undefined;
  /** Calls `close` when done or given up. */
  editor: (close: () => void) => ReactNode;
}) {
  const [editing, setEditing] = useState(false);
  const editor = useRef<HTMLSpanElement>(null);
  // Whoever ends an edit by a key goes on from where it began; a press elsewhere has its own focus.
  const [goOnHere, setGoOnHere] = useState(false);
  if (editing) {
    const close = () => {
      setGoOnHere(editor.current?.contains(document.activeElement) ?? false);
      setEditing(false);
    };
    return (
      <span className="block" ref={editor}>
        {edit(close)}
      </span>
    );
  }
  // A link has a press of its own.
  const apart = named !== undefined && !isEmpty(value);
  const shown = isEmpty(value) ? (
    <span className="t-3">—</span>
  ) : (
    (named ?? <FieldValue definition={definition} value={value} />)
  );
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
        className={`inline-edit ${apart ? "apart" : ""}`}
        aria-label={`Edit ${definition.label}`}
        data-field={definition.key}
        ref={(element) => {
          // Unless somebody has gone elsewhere meanwhile.
          if (goOnHere && document.activeElement === document.body) element?.focus();
        }}
        onBlur={() => setGoOnHere(false)}
        onClick={() => setEditing(true)}
      >
        {apart ? <Icon as={Pencil} size="sm" /> : null}
      </button>
    </span>
  );
}
