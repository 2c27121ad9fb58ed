import { TriangleAlert } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/button.tsx";
import { Icon } from "@/components/icon.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { justAsked } from "@/lib/asked.ts";
import "@/components/field.css";
import "../work.css";

/** Where a note is written: Ctrl Enter saves, Esc gives up. `onSave` throws what was refused, and the words are kept. */
export function NoteBox({
  label,
  text,
  save,
  focus,
  onSave,
  onClose,
}: {
  label: string;
  /** As it was before; empty for a new one. */
  text: string;
  save: ReactNode;
  /** When it was asked for last. */
  focus?: number;
  onSave: (body: string) => Promise<void>;
  /** Of one that is edited; a new one stays where it is. */
  onClose?: () => void;
}) {
  const [draft, setDraft] = useState(text);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const errorId = useId();
  // Asked for by a key or the palette, perhaps while the tab was not there yet.
  useEffect(() => {
    if (justAsked(focus)) area.current?.focus();
  }, [focus]);
  const isNew = onClose === undefined;
  const submit = async () => {
    if ((saving && !isNew) || draft.trim() === "") return;
    if (!isNew && draft === text) return onClose();
    setSaving(true);
    // The box is free for the next note at once; what is refused comes back before what was written since.
    if (isNew) setDraft("");
    try {
      await onSave(draft);
      setRefusal(null);
      onClose?.();
    } catch (error) {
      setRefusal(error);
      if (isNew) setDraft((since) => (since === "" ? draft : `${draft}\n\n${since}`));
    } finally {
      setSaving(false);
    }
  };
  return (
    // oxlint-disable-next-line jsx_a11y/no-noninteractive-element-interactions -- keys of the fields inside
    <form
      className="flex min-w-0 flex-1 flex-col gap-2"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void submit();
        } else if (event.key === "Escape" && onClose !== undefined) {
          event.preventDefault();
          event.stopPropagation();
          onClose();
        }
      }}
    >
      <span className={`input area ${refusal === null ? "" : "bad"}`}>
        <textarea
          ref={area}
          rows={3}
          aria-label={label}
          placeholder="Write a note"
          value={draft}
          // Opened by a press, so that is where the next key belongs.
          autoFocus={!isNew}
          onChange={(event) => {
            setDraft(event.target.value);
            setRefusal(null);
          }}
          {...(refusal === null ? {} : { "aria-invalid": true, "aria-describedby": errorId })}
        />
      </span>
      {refusal === null ? null : (
        <span className="error" role="alert" id={errorId}>
          <Icon as={TriangleAlert} size="sm" />
          {messageOf(refusal)}
        </span>
      )}
      <div className="row">
        <Button
          type="submit"
          small
          keys="mod+enter"
          busy={saving && (!isNew || draft === "")}
          disabledReason={draft.trim() === "" ? "Write something first" : undefined}
        >
          {save}
        </Button>
        {isNew ? null : (
          <Button small onClick={onClose}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  );
}
