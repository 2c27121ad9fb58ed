import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { Link } from "react-router";
import { z } from "zod";
import { Button } from "@/components/button.tsx";
import { TextField } from "@/components/field.tsx";
import { Notice } from "@/components/notice.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { Door } from "./door.tsx";
import { askForNewPassword } from "./mutations.ts";

const shape = z.object({ email: z.email("Write the whole address, like name@example.com.") });

type Values = z.infer<typeof shape>;

/** Asking for a link to choose a new password. What is said tells nobody whether the address is known. */
export default function ForgottenPage() {
  const form = useForm<Values>({ resolver: zodResolver(shape), defaultValues: { email: "" } });
  const ask = useMutation({ mutationFn: ({ email }: Values) => askForNewPassword(email) });
  if (ask.isSuccess) {
    return (
      <Door title="Look into your mail">
        <Notice tone="success">
          If somebody signs in with {ask.variables.email}, a mail with a link is on its way. The link is good once, for
          an hour.
        </Notice>
        <Link className="link" to="/login">
          Back to the sign-in
        </Link>
      </Door>
    );
  }
  return (
    <Door title="Forgot your password?">
      <form
        className="flex flex-col gap-5"
        noValidate
        onSubmit={(event) => void form.handleSubmit((values) => ask.mutate(values))(event)}
      >
        {ask.isError ? <Notice tone="danger">{messageOf(ask.error)}</Notice> : null}
        <TextField
          label="Email"
          required
          type="email"
          autoComplete="username"
          hint="You get a link to choose a new password."
          error={form.formState.errors.email?.message}
          {...form.register("email")}
        />
        <Button type="submit" variant="primary" busy={ask.isPending}>
          Send the link
        </Button>
      </form>
      <Link className="link" to="/login">
        Back to the sign-in
      </Link>
    </Door>
  );
}
