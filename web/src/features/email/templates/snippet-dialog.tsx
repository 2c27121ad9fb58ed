import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { SnippetField } from "./snippet-field.tsx";

/** Words of a brand that many templates share, put in by their name. */
export function SnippetDialog({ onInsert, onClose }: { onInsert: (name: string) => void; onClose: () => void }) {
  const [name, setName] = useState("");
  const [missing, setMissing] = useState(false);
  const insert = () => {
    setMissing(name === "");
    if (name === "") return;
    onInsert(name);
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Insert a snippet"
      description="Words of a brand that many templates share. They are written under Snippets."
    >
      <FormShell onSubmit={insert} loading={false} submitError={null} submitLabel="Insert" onCancel={onClose}>
        <SnippetField
          value={name}
          onChange={setName}
          autoFocus
          error={missing && name === "" ? "Choose the snippet that shall stand there." : undefined}
        />
      </FormShell>
    </Dialog>
  );
}
