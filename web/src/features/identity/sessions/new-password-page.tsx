import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { Link, useLocation } from "react-router";
import { z } from "zod";
import { Button } from "@/components/button.tsx";
import { NewPasswordField } from "@/components/new-password-field.tsx";
import { Notice } from "@/components/notice.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { passwordRefusal } from "@/lib/password-check.ts";
import { Door } from "./door.tsx";
import { setNewPassword } from "./mutations.ts";

const shape = z.object({
  password: z.string().min(1, "Choose a password."),
});

type Values = z.infer<typeof shape>;

/** Where the link of the mail leads. The token stands behind `#`, which browsers send to nobody. */
export default function NewPasswordPage() {
  const token = useLocation().hash.slice(1);
  const form = useForm<Values>({ resolver: zodResolver(shape), defaultValues: { password: "" } });
  const set = useMutation({
    mutationFn: ({ password }: Values) => setNewPassword(token, password),
    onError: (error) => {
      const message = passwordRefusal(error);
      if (message !== undefined) form.setError("password", { message });
    },
  });
  if (token === "") {
    return (
      <Door title="This link does not work">
        <Notice tone="danger">It is not complete. Copy all of it from the mail.</Notice>
        <Link className="link" to="/forgotten">
          Ask for another link
        </Link>
      </Door>
    );
  }
  if (set.isSuccess) {
    return (
      <Door title="Your password is set">
        <Notice tone="success">You are signed out everywhere. Sign in with the new password.</Notice>
        <Link className="link" to="/login">
          Sign in
        </Link>
      </Door>
    );
  }
  return (
    <Door title="Choose a new password">
      <form
        className="flex flex-col gap-5"
        noValidate
        onSubmit={(event) => void form.handleSubmit((values) => set.mutate(values))(event)}
      >
        {set.isError && passwordRefusal(set.error) === undefined ? (
          <Notice tone="danger">{messageOf(set.error)}</Notice>
        ) : null}
        <NewPasswordField
          label="New password"
          hint="At least 12 characters; a few words in a row are easy to remember."
          error={form.formState.errors.password?.message}
          {...form.register("password")}
        />
        <Button type="submit" variant="primary" busy={set.isPending}>
          Set password
        </Button>
      </form>
      <Link className="link" to="/forgotten">
        Ask for another link
      </Link>
    </Door>
  );
}
