import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { TextField } from "@/components/field.tsx";
import { NewPasswordField } from "@/components/new-password-field.tsx";
import { Notice } from "@/components/notice.tsx";
import { toastDone } from "@/components/toast.tsx";
import { messageOf, RefusedError } from "@/lib/api-error.ts";
import { changePassword } from "./mutations.ts";
import { useMe } from "./queries.ts";

const shape = z.object({
  current: z.string().min(1, "Write the password you have now."),
  next: z.string().min(1, "Choose a password."),
});

type Values = z.infer<typeof shape>;

export function PasswordCard() {
  const client = useQueryClient();
  const { name, email } = useMe();
  const form = useForm<Values>({ resolver: zodResolver(shape), defaultValues: { current: "", next: "" } });
  const save = useMutation({
    mutationFn: ({ current, next }: Values) => changePassword(current, next),
    onSuccess: async () => {
      form.reset();
      toastDone("Your password is changed; your other sessions have ended");
      await client.invalidateQueries({ queryKey: ["sessions"] });
    },
    onError: (error) => {
      if (!(error instanceof RefusedError)) return;
      for (const { field, message } of error.userErrors) {
        if (field === "currentPassword") form.setError("current", { message });
        if (field === "password") form.setError("next", { message });
      }
    },
  });
  const { errors } = form.formState;
  const said = save.error instanceof RefusedError && save.error.userErrors.every((error) => error.field);
  return (
    <Card title="Password">
      <form
        className="flex flex-col gap-5"
        noValidate
        onSubmit={(event) => void form.handleSubmit((values) => save.mutate(values))(event)}
      >
        {save.isError && !said ? <Notice tone="danger">{messageOf(save.error)}</Notice> : null}
        <TextField
          label="Current password"
          required
          type="password"
          autoComplete="current-password"
          error={errors.current?.message}
          {...form.register("current")}
        />
        <NewPasswordField
          label="New password"
          person={() => ({ name, email })}
          hint="At least 12 characters. You stay signed in here, and nowhere else."
          error={errors.next?.message}
          {...form.register("next")}
        />
        <div>
          <Button type="submit" busy={save.isPending}>
            Change password
          </Button>
        </div>
      </form>
    </Card>
  );
}
