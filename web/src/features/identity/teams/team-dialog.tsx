import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { Dialog } from "@/components/dialog.tsx";
import { TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { toastDone } from "@/components/toast.tsx";
import { messageOf, RefusedError } from "@/lib/api-error.ts";
import { createTeam, refreshTeams, renameTeam } from "./mutations.ts";
import type { TeamRow } from "./queries.ts";

/** Makes a team, or gives one another name. */
export function TeamDialog({ team, onClose }: { team: TeamRow | null; onClose: () => void }) {
  const client = useQueryClient();
  const form = useForm({ defaultValues: { name: team?.name ?? "" } });
  const save = useMutation({
    mutationFn: ({ name }: { name: string }) => (team === null ? createTeam(name) : renameTeam(team.id, name)),
    onSuccess: async (_, { name }) => {
      await refreshTeams(client);
      toastDone(`${name} saved`);
      onClose();
    },
    onError: (error) => {
      if (error instanceof RefusedError) form.setError("name", { message: messageOf(error) });
    },
  });
  return (
    <Dialog open onClose={onClose} title={team === null ? "New team" : `Rename ${team.name}`}>
      <FormShell
        onSubmit={() => void form.handleSubmit((values) => save.mutate(values))()}
        loading={save.isPending}
        submitError={save.error instanceof RefusedError ? null : save.error}
        submitLabel={team === null ? "Create team" : "Save"}
        onCancel={onClose}
      >
        <TextField
          label="Name"
          required
          autoFocus
          error={form.formState.errors.name?.message}
          {...form.register("name", { required: "Write the team's name." })}
        />
      </FormShell>
    </Dialog>
  );
}
