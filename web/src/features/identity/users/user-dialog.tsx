import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Controller, useForm } from "react-hook-form";
import { z } from "zod";
import { Dialog } from "@/components/dialog.tsx";
import { SelectField, TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { NewPasswordField } from "@/components/new-password-field.tsx";
import { toastDone } from "@/components/toast.tsx";
import { ClientPicker } from "@/records/client-picker.tsx";
import { TeamsBox } from "@/records/teams-box.tsx";
import type { Role } from "@/gql/graphql.ts";
import { RefusedError } from "@/lib/api-error.ts";
import { roleName } from "@/lib/permissions.ts";
import { correctEmail, createUser, updateUser } from "./mutations.ts";
import type { UserRow } from "./queries.ts";

const ROLES: Role[] = ["ADMIN", "CAMPAIGN_MANAGER", "DATA_OPS", "QA_ANALYST", "AGENT", "CLIENT_USER"];

const shape = z
  .object({
    name: z.string().trim().min(1, "Write the person's name."),
    email: z.string().trim(),
    role: z.enum(ROLES as [Role, ...Role[]]),
    clientId: z.string(),
    teamIds: z.array(z.string()),
    password: z.string(),
    isNew: z.boolean(),
  })
  .superRefine((value, context) => {
    const issue = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (!value.isNew) return;
    if (!z.email().safeParse(value.email).success) issue("email", "Write the whole address, like name@example.com.");
    if (value.password === "") issue("password", "Choose a password.");
    if (value.role === "CLIENT_USER" && value.clientId === "") {
      issue("clientId", "A client user belongs to a client. Choose one, or choose another role.");
    }
  });

type Values = z.infer<typeof shape>;

/** Where a refusal can be said beside what it is about. */
const FIELDS = ["name", "email", "role", "password", "clientId", "teamIds"] as const;
const isShown = (field: string | null | undefined): field is (typeof FIELDS)[number] =>
  FIELDS.some((one) => one === field);

/** Makes a user, or changes the name and role of one. */
export function UserDialog({ user, onClose }: { user: UserRow | null; onClose: () => void }) {
  const queryClient = useQueryClient();
  const form = useForm<Values>({
    resolver: zodResolver(shape),
    defaultValues: {
      name: user?.name ?? "",
      email: user?.email ?? "",
      role: user?.role ?? "AGENT",
      clientId: user?.client?.id ?? "",
      teamIds: user?.teams.map((team) => team.id) ?? [],
      password: "",
      isNew: user === null,
    },
  });
  const save = useMutation({
    mutationFn: async (values: Values) => {
      // Teams may have been chosen before the role that has none.
      const teamIds = values.role === "CLIENT_USER" ? [] : values.teamIds;
      if (user !== null) {
        await updateUser({ id: user.id, name: values.name, role: values.role, teamIds });
        if (values.email.trim().toLowerCase() !== user.email) await correctEmail(user.id, values.email);
        return undefined;
      }
      return createUser({
        name: values.name,
        email: values.email,
        role: values.role,
        password: values.password,
        clientId: values.role === "CLIENT_USER" ? values.clientId : null,
        teamIds,
      });
    },
    onSuccess: async (_, values) => {
      await queryClient.invalidateQueries({ queryKey: ["users"] });
      toastDone(user === null ? `${values.name} can sign in now` : `${values.name} saved`);
      onClose();
    },
    onError: (error) => {
      if (!(error instanceof RefusedError)) return;
      for (const { field, message } of error.userErrors) {
        if (isShown(field)) form.setError(field, { message });
      }
    },
  });
  const { errors } = form.formState;
  const role = form.watch("role");
  const said = save.error instanceof RefusedError && save.error.userErrors.every(({ field }) => isShown(field));
  // Whoever belongs to a client stays a client user; the others cannot become one here.
  const roles =
    user === null ? ROLES : ROLES.filter((one) => (one === "CLIENT_USER") === (user.role === "CLIENT_USER"));
  return (
    <Dialog open onClose={onClose} title={user === null ? "New user" : `Edit ${user.name}`}>
      <FormShell
        onSubmit={() => void form.handleSubmit((values) => save.mutate(values))()}
        loading={save.isPending}
        submitError={said ? null : save.error}
        submitLabel={user === null ? "Create user" : "Save"}
        onCancel={onClose}
      >
        <TextField label="Name" required autoFocus error={errors.name?.message} {...form.register("name")} />
        <TextField
          label="Email"
          required
          type="email"
          mono
          hint={user === null ? "They sign in with it." : "They sign in with it, and are told of another one there."}
          error={errors.email?.message}
          {...form.register("email")}
        />
        <SelectField
          label="Role"
          required
          options={roles.map((value) => ({ value, label: roleName(value) }))}
          error={errors.role?.message}
          {...form.register("role")}
        />
        {user === null && role === "CLIENT_USER" ? (
          <Controller
            control={form.control}
            name="clientId"
            render={({ field }) => (
              <ClientPicker required error={errors.clientId?.message} value={field.value} onChange={field.onChange} />
            )}
          />
        ) : null}
        {role === "CLIENT_USER" ? null : (
          <Controller
            control={form.control}
            name="teamIds"
            render={({ field }) => (
              <TeamsBox error={errors.teamIds?.message} value={field.value} onChange={field.onChange} />
            )}
          />
        )}
        {user === null ? (
          <NewPasswordField
            label="First password"
            hint="At least 12 characters. Give it to them in person or by phone."
            person={() => form.getValues()}
            error={errors.password?.message}
            {...form.register("password")}
          />
        ) : null}
      </FormShell>
    </Dialog>
  );
}
