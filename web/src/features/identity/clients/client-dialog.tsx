import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { toastDone } from "@/components/toast.tsx";
import { refusedField } from "./refused.ts";
import { createClient } from "./mutations.ts";

/** Makes a client organisation; the rest is written on its page. */
export function ClientDialog({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }) {
  const queryClient = useQueryClient();
  const [name, setName] = useState("");
  const [missing, setMissing] = useState(false);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const save = useMutation({
    mutationFn: () => createClient(name.trim(), idempotencyKey),
    onSuccess: async (id) => {
      toastDone(`${name.trim()} created`);
      await queryClient.invalidateQueries({ queryKey: ["clients"] });
      onClose();
      if (id !== undefined) onMade(id);
    },
  });
  const refused = refusedField(save.error, "name");
  return (
    <Dialog open onClose={onClose} title="New client">
      <FormShell
        onSubmit={() => {
          setMissing(name.trim() === "");
          if (name.trim() !== "") save.mutate();
        }}
        loading={save.isPending}
        submitError={refused === undefined ? save.error : null}
        submitLabel="Create client"
        onCancel={onClose}
      >
        <TextField
          label="Name"
          required
          autoFocus
          value={name}
          onChange={(event) => setName(event.target.value)}
          hint="As their people know it; they see it in their portal."
          error={missing ? "A client needs a name." : refused}
        />
      </FormShell>
    </Dialog>
  );
}
