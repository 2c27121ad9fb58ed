import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { Dialog } from "@/components/dialog.tsx";
import { SelectField, TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { toastDone } from "@/components/toast.tsx";
import { clientPage } from "@/features/identity/clients/queries.ts";
import type { Role } from "@/gql/graphql.ts";
import { RefusedError } from "@/lib/api-error.ts";
import { roleName } from "@/lib/permissions.ts";
import { createUser, updateUser } from "./mutations.ts";
import type { UserRow } from "./queries.ts";

const ROLES: Role[] = ["ADMIN", "CAMPAIGN_MANAGER", "DATA_OPS", "QA_ANALYST", "AGENT", "CLIENT_USER"];
/** The server refuses less; said here before it is sent. */
const PASSWORD_LENGTH = 12;

const shape = z
  .object({
    name: z.string().trim().min(1, "Write the person's name."),
    email: z.string().trim(),
    role: z.enum(ROLES as [Role, ...Role[]]),
    clientId: z.string(),
    password: z.string(),
    isNew: z.boolean(),
  })
  .superRefine((value, context) => {
    const issue = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (!value.isNew) return;
    if (!z.email().safeParse(value.email).success) issue("email", "Write the whole address, like name@example.com.");
    if (value.password.length < PASSWORD_LENGTH) issue("password", `Use at least ${PASSWORD_LENGTH} characters.`);
    if (value.role === "CLIENT_USER" && value.clientId === "") {
      issue("clientId", "A client user belongs to a client. Choose one, or choose another role.");
    }
  });

type Values = z.infer<typeof shape>;

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
      password: "",
      isNew: user === null,
    },
  });
  const clients = useQuery({
    queryKey: ["clients", "options"],
    queryFn: ({ signal }) => clientPage({ first: 200, filter: {}, sort: null, signal }),
    enabled: user === null,
  });
  const save = useMutation({
    mutationFn: async (values: Values) => {
      if (user !== null) return updateUser({ id: user.id, name: values.name, role: values.role });
      return createUser({
        name: values.name,
        email: values.email,
        role: values.role,
        password: values.password,
        clientId: values.role === "CLIENT_USER" ? values.clientId : null,
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
        if (field === "name" || field === "email" || field === "role" || field === "password") {
          form.setError(field, { message });
        }
      }
    },
  });
  const { errors } = form.formState;
  const role = form.watch("role");
  const said = save.error instanceof RefusedError && save.error.userErrors.every((error) => error.field);
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
        <TextField label="Name" required error={errors.name?.message} {...form.register("name")} />
        <TextField
          label="Email"
          required
          type="email"
          mono
          readOnly={user !== null}
          hint={user === null ? "They sign in with it." : "The address cannot be changed."}
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
          <SelectField
            label="Client"
            required
            placeholder="Choose a client"
            options={(clients.data?.edges ?? []).map(({ node }) => ({ value: node.id, label: node.name }))}
            error={errors.clientId?.message}
            {...form.register("clientId")}
          />
        ) : null}
        {user === null ? (
          <TextField
            label="First password"
            required
            type="password"
            autoComplete="new-password"
            hint={`At least ${PASSWORD_LENGTH} characters. Give it to them in person or by phone.`}
            error={errors.password?.message}
            {...form.register("password")}
          />
        ) : null}
      </FormShell>
    </Dialog>
  );
}
