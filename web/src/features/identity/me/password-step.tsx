import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { messageOf, RefusedError } from "@/lib/api-error.ts";

/** Asks for the password before something that an unlocked screen must not be enough for. */
export function PasswordStep<T>({
  label,
  act,
  onDone,
  onCancel,
}: {
  label: string;
  act: (password: string) => Promise<T>;
  onDone: (done: T) => void;
  onCancel: () => void;
}) {
  const form = useForm({ defaultValues: { password: "" } });
  const go = useMutation({
    mutationFn: ({ password }: { password: string }) => act(password),
    onSuccess: onDone,
    onError: (error) => {
      if (error instanceof RefusedError) form.setError("password", { message: messageOf(error) });
    },
  });
  return (
    <FormShell
      onSubmit={() => void form.handleSubmit((values) => go.mutate(values))()}
      loading={go.isPending}
      submitError={go.error instanceof RefusedError ? null : go.error}
      submitLabel={label}
      onCancel={onCancel}
    >
      <TextField
        label="Your password"
        required
        autoFocus
        type="password"
        autoComplete="current-password"
        error={form.formState.errors.password?.message}
        {...form.register("password", { required: "Write your password." })}
      />
    </FormShell>
  );
}
