import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Combobox } from "@/components/combobox.tsx";
import { Dialog } from "@/components/dialog.tsx";
import { TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { isSure, mergeTag, TAG_GROUPS } from "./merge-tags.ts";
import { mergeTagsQuery } from "./queries.ts";

/** A field of the recipient, the sender or the email, and what stands there when it is empty. */
export function MergeTagDialog({ onInsert, onClose }: { onInsert: (tag: string) => void; onClose: () => void }) {
  const query = useQuery(mergeTagsQuery);
  const tags = query.data ?? [];
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
      <FormShell onSubmit={insert} loading={false} submitError={query.error} submitLabel="Insert" onCancel={onClose}>
        <Combobox
          label="Field"
          required
          autoFocus
          options={tags.map((tag) => ({ value: tag.path, label: `${TAG_GROUPS[tag.group]}: ${tag.label}` }))}
          value={path === null ? [] : [path]}
          onChange={([next]) => setPath(next ?? null)}
          error={missing && chosen === undefined ? "Choose the field that shall stand there." : undefined}
          placeholder={query.isPending ? "Loading" : "Choose a field"}
        />
        {chosen !== undefined && isSure(chosen) ? null : (
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
