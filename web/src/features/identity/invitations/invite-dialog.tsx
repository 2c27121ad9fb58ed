import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Controller, useForm } from "react-hook-form";
import { z } from "zod";
import { Dialog } from "@/components/dialog.tsx";
import { SelectField, TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { toastDone } from "@/components/toast.tsx";
import { ClientPicker } from "@/records/client-picker.tsx";
import { TeamsBox } from "@/records/teams-box.tsx";
import type { Role } from "@/gql/graphql.ts";
import { RefusedError } from "@/lib/api-error.ts";
import { roleName } from "@/lib/permissions.ts";
import { sendInvitation } from "./mutations.ts";

const ROLES: Role[] = ["ADMIN", "CAMPAIGN_MANAGER", "DATA_OPS", "QA_ANALYST", "AGENT", "CLIENT_USER"];

const shape = z
  .object({
    email: z.email("Write the whole address, like name@example.com."),
    role: z.enum(ROLES as [Role, ...Role[]]),
    clientId: z.string(),
    teamIds: z.array(z.string()),
  })
  .refine((value) => value.role !== "CLIENT_USER" || value.clientId !== "", {
    path: ["clientId"],
    message: "A client user belongs to a client. Choose one, or choose another role.",
  });

type Values = z.infer<typeof shape>;

/** Asks somebody by mail to join; they choose their name and password themselves. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const queryClient = useQueryClient();
  const form = useForm<Values>({
    resolver: zodResolver(shape),
    defaultValues: { email: "", role: "AGENT", clientId: "", teamIds: [] },
  });
  const send = useMutation({
    mutationFn: ({ email, role, clientId, teamIds }: Values) =>
      sendInvitation(role === "CLIENT_USER" ? { email, role, clientId } : { email, role, teamIds }),
    onSuccess: async (_, { email }) => {
      await queryClient.invalidateQueries({ queryKey: ["invitations"] });
      toastDone(`An invitation to ${email} is on its way`);
      onClose();
    },
    onError: (error) => {
      if (!(error instanceof RefusedError)) return;
      for (const { field, message } of error.userErrors) {
        if (field === "email" || field === "role" || field === "clientId" || field === "teamIds") {
          form.setError(field, { message });
        }
      }
    },
  });
  const { errors } = form.formState;
  const said = send.error instanceof RefusedError && send.error.userErrors.every((error) => error.field);
  return (
    <Dialog open onClose={onClose} title="Invite somebody">
      <FormShell
        onSubmit={() => void form.handleSubmit((values) => send.mutate(values))()}
        loading={send.isPending}
        submitError={said ? null : send.error}
        submitLabel="Send invitation"
        onCancel={onClose}
      >
        <TextField
          label="Email"
          required
          autoFocus
          type="email"
          mono
          hint="They get a link that is good once, for seven days, and choose their name and password."
          error={errors.email?.message}
          {...form.register("email")}
        />
        <SelectField
          label="Role"
          required
          options={ROLES.map((value) => ({ value, label: roleName(value) }))}
          error={errors.role?.message}
          {...form.register("role")}
        />
        {form.watch("role") === "CLIENT_USER" ? (
          <Controller
            control={form.control}
            name="clientId"
            render={({ field }) => (
              <ClientPicker required error={errors.clientId?.message} value={field.value} onChange={field.onChange} />
            )}
          />
        ) : (
          <Controller
            control={form.control}
            name="teamIds"
            render={({ field }) => (
              <TeamsBox error={errors.teamIds?.message} value={field.value} onChange={field.onChange} />
            )}
          />
        )}
      </FormShell>
    </Dialog>
  );
}
