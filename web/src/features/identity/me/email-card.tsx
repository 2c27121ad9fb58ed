import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { TextField } from "@/components/field.tsx";
import { Notice } from "@/components/notice.tsx";
import { messageOf, RefusedError } from "@/lib/api-error.ts";
import { askForEmail } from "./mutations.ts";
import { useMe } from "./queries.ts";

const shape = z.object({
  email: z.email("Write the new address like name@example.com."),
  password: z.string().min(1, "Write your password."),
});

type Values = z.infer<typeof shape>;

/** The address one signs in with. It changes when its new owner says so, and the old one can take it back. */
export function EmailCard() {
  const me = useMe();
  const [asked, setAsked] = useState<string | null>(null);
  const form = useForm<Values>({ resolver: zodResolver(shape), defaultValues: { email: "", password: "" } });
  const ask = useMutation({
    mutationFn: ({ email, password }: Values) => askForEmail(email, password),
    onSuccess: (_, { email }) => {
      form.reset();
      setAsked(email);
    },
    onError: (error) => {
      if (!(error instanceof RefusedError)) return;
      for (const { field, message } of error.userErrors) {
        if (field === "currentPassword") form.setError("password", { message });
        if (field === "email") form.setError("email", { message });
      }
    },
  });
  const { errors } = form.formState;
  const said = ask.error instanceof RefusedError && ask.error.userErrors.every((error) => error.field);
  return (
    <Card title="Email">
      <form
        className="flex flex-col gap-5"
        noValidate
        onSubmit={(event) => void form.handleSubmit((values) => ask.mutate(values))(event)}
      >
        <p className="t-2">
          You sign in with <span className="mono">{me.email}</span>. Another address counts once it is confirmed by a
          link that is sent to it.
        </p>
        {asked === null ? null : (
          <Notice tone="success">
            Look into the mail of {asked}: if it can be used, there is a link to confirm it, good for a day. Until then
            nothing changes.
          </Notice>
        )}
        {ask.isError && !said ? <Notice tone="danger">{messageOf(ask.error)}</Notice> : null}
        <TextField
          label="New email"
          required
          type="email"
          mono
          autoComplete="email"
          error={errors.email?.message}
          {...form.register("email")}
        />
        <TextField
          label="Your password"
          required
          type="password"
          autoComplete="current-password"
          error={errors.password?.message}
          {...form.register("password")}
        />
        <div>
          <Button type="submit" busy={ask.isPending}>
            Send a link
          </Button>
        </div>
      </form>
    </Card>
  );
}
