import { useState } from "react";
import { Combobox } from "@/components/combobox.tsx";
import { Dialog } from "@/components/dialog.tsx";
import { TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { useCatalogue } from "@/records/catalogue.ts";
import { type MergeTag, mergeTag, mergeTags } from "./merge-tags.ts";

const NO_FIELDS: never[] = [];

/** All there are; empty while the catalogue loads. */
export function useMergeTags(): MergeTag[] {
  const contact = useCatalogue("CONTACT");
  const account = useCatalogue("ACCOUNT");
  return contact === undefined || account === undefined ? NO_FIELDS : mergeTags(contact, account);
}

/** A field of the recipient, the sender or the email, and what stands there when it is empty. */
export function MergeTagDialog({ onInsert, onClose }: { onInsert: (tag: string) => void; onClose: () => void }) {
  const tags = useMergeTags();
  const [path, setPath] = useState<string | null>(null);
  const [fallback, setFallback] = useState("");
  const [missing, setMissing] = useState(false);
  const chosen = tags.find((tag) => tag.path === path);
  const insert = () => {
    setMissing(chosen === undefined);
    if (chosen === undefined) return;
    onInsert(mergeTag(chosen, fallback));
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Insert a merge tag"
      description="Each recipient reads their own value where it stands."
    >
      <FormShell onSubmit={insert} loading={false} submitError={null} submitLabel="Insert" onCancel={onClose}>
        <Combobox
          label="Field"
          required
          autoFocus
          options={tags.map((tag) => ({ value: tag.path, label: `${tag.group}: ${tag.label}` }))}
          value={path === null ? [] : [path]}
          onChange={([next]) => setPath(next ?? null)}
          error={missing && chosen === undefined ? "Choose the field that shall stand there." : undefined}
          placeholder={tags.length === 0 ? "Loading" : "Choose a field"}
        />
        {chosen?.sure ? null : (
          <TextField
            label="Where it is empty"
            value={fallback}
            maxLength={200}
            onChange={(event) => setFallback(event.target.value)}
            hint="Such as “there” in “Hello there”. Left open, nothing stands there."
          />
        )}
        {chosen === undefined ? null : <p className="mono t-2">{mergeTag(chosen, fallback)}</p>}
      </FormShell>
    </Dialog>
  );
}
