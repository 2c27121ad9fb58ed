import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { toastDone } from "@/components/toast.tsx";
import { RefusedError } from "@/lib/api-error.ts";
import { createClient, renameClient } from "./mutations.ts";
import type { ClientRow } from "./queries.ts";

/** Makes a client organisation, or renames one. A rename can be undone. */
export function ClientDialog({ client, onClose }: { client: ClientRow | null; onClose: () => void }) {
  const queryClient = useQueryClient();
  const [name, setName] = useState(client?.name ?? "");
  const [missing, setMissing] = useState(false);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const refresh = () => queryClient.invalidateQueries({ queryKey: ["clients"] });
  const save = useMutation({
    mutationFn: () =>
      client === null ? createClient(name.trim(), idempotencyKey) : renameClient(client.id, name.trim()),
    onSuccess: async () => {
      await refresh();
      if (client === null) toastDone(`${name.trim()} created`);
      else {
        toastDone(`Renamed to ${name.trim()}`, async () => {
          await renameClient(client.id, client.name);
          await refresh();
        });
      }
      onClose();
    },
  });
  const refused =
    save.error instanceof RefusedError ? save.error.userErrors.find((error) => error.field === "name") : undefined;
  return (
    <Dialog open onClose={onClose} title={client === null ? "New client" : `Rename ${client.name}`}>
      <FormShell
        onSubmit={() => {
          setMissing(name.trim() === "");
          if (name.trim() !== "") save.mutate();
        }}
        loading={save.isPending}
        submitError={refused === undefined ? save.error : null}
        submitLabel={client === null ? "Create client" : "Rename"}
        onCancel={onClose}
      >
        <TextField
          label="Name"
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
          hint="As their people know it; they see it in their portal."
          error={missing ? "A client needs a name." : refused?.message}
        />
      </FormShell>
    </Dialog>
  );
}
