import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { Link, Navigate, useLocation } from "react-router";
import { z } from "zod";
import { BrandMark } from "@/components/brand.tsx";
import { Button } from "@/components/button.tsx";
import { TextField } from "@/components/field.tsx";
import { NewPasswordField } from "@/components/new-password-field.tsx";
import { LoadError, Notice } from "@/components/notice.tsx";
import { isRetryable, messageOf } from "@/lib/api-error.ts";
import { passwordRefusal } from "@/lib/password-check.ts";
import { roleName } from "@/lib/permissions.ts";
import { join } from "@/lib/session.ts";
import { invitedQuery } from "./queries.ts";
import "@/components/card.css";

const shape = z.object({
  name: z.string().trim().min(1, "Write your name."),
  password: z.string().min(1, "Choose a password."),
});

type Values = z.infer<typeof shape>;

/** Where the link of an invitation leads. The token stands behind `#`, which browsers send to nobody. */
export default function AcceptPage() {
  const token = useLocation().hash.slice(1);
  const invited = useQuery({ ...invitedQuery(token), enabled: token !== "" });
  const form = useForm<Values>({ resolver: zodResolver(shape), defaultValues: { name: "", password: "" } });
  const accept = useMutation({
    mutationFn: (values: Values) => join({ token, ...values }),
    onError: (error) => {
      const message = passwordRefusal(error);
      if (message !== undefined) form.setError("password", { message });
    },
  });
  if (accept.isSuccess) return <Navigate to="/" replace />;

  const { errors } = form.formState;
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <title>Join · Pivotal</title>
      <div className="w-full max-w-90">
        <div className="row mb-6 justify-center">
          <BrandMark />
          <span className="t-16 semi">Pivotal</span>
        </div>
        {invited.isError && isRetryable(invited.error) ? (
          <LoadError what="The invitation" error={invited.error} retry={() => void invited.refetch()} />
        ) : token === "" || invited.isError ? (
          <div className="card flex flex-col gap-5 p-6 shadow-1">
            <h1>This link does not work</h1>
            <Notice tone="danger">
              {token === "" ? "It is not complete. Copy all of it from the mail." : messageOf(invited.error)}
            </Notice>
            <Link className="link" to="/login">
              Sign in
            </Link>
          </div>
        ) : invited.isPending ? (
          <p className="delayed t-3 text-center" role="status">
            Looking at the invitation…
          </p>
        ) : (
          <form
            className="card flex flex-col gap-5 p-6 shadow-1"
            noValidate
            onSubmit={(event) => void form.handleSubmit((values) => accept.mutate(values))(event)}
          >
            <div>
              <h1>Join Pivotal</h1>
              <p className="t-2 mt-1">As {invited.data.client ?? roleName(invited.data.role)}.</p>
            </div>
            {accept.isError && passwordRefusal(accept.error) === undefined ? (
              <Notice tone="danger">{messageOf(accept.error)}</Notice>
            ) : null}
            <TextField label="Email" type="email" autoComplete="username" readOnly value={invited.data.email} />
            <TextField
              label="Your name"
              required
              autoComplete="name"
              error={errors.name?.message}
              {...form.register("name")}
            />
            <NewPasswordField
              label="Choose a password"
              person={() => ({ name: form.getValues("name"), email: invited.data.email })}
              hint="At least 12 characters; a few words in a row are easy to remember."
              error={errors.password?.message}
              {...form.register("password")}
            />
            <Button type="submit" variant="primary" busy={accept.isPending}>
              Join
            </Button>
          </form>
        )}
      </div>
    </main>
  );
}
