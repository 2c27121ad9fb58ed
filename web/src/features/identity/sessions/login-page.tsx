import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Link, Navigate, useLocation } from "react-router";
import { z } from "zod";
import { Avatar } from "@/components/avatar.tsx";
import { BrandMark } from "@/components/brand.tsx";
import { Button } from "@/components/button.tsx";
import { TextField } from "@/components/field.tsx";
import { Notice } from "@/components/notice.tsx";
import { ApiError, messageOf } from "@/lib/api-error.ts";
import { roleName } from "@/lib/permissions.ts";
import { signIn, useSessionState } from "@/lib/session.ts";
import { Outside } from "./outside.tsx";
import { type DevelopmentLogin, developmentLoginsQuery } from "./queries.ts";
import "@/components/card.css";
import "@/components/menu.css";

const credentials = z.object({
  code: z.string().optional(),
  email: z.email("Write the whole address, like name@example.com."),
  password: z.string().min(1, "Write your password."),
});

type Credentials = z.infer<typeof credentials>;

export default function LoginPage() {
  const session = useSessionState();
  const location = useLocation();
  const logins = useQuery(developmentLoginsQuery).data ?? [];
  const form = useForm<Credentials>({
    resolver: zodResolver(credentials),
    defaultValues: { email: "", password: "", code: "" },
  });
  const [secondStep, setSecondStep] = useState(false);
  const login = useMutation({
    mutationFn: ({ email, password, code }: Credentials) => signIn(email, password, code || undefined),
    onError: (error) => {
      if (asksForCode(error)) setSecondStep(true);
    },
  });

  if (session === "signed-in") return <Navigate to={targetOf(location.state)} replace />;

  const { errors } = form.formState;
  const submit = form.handleSubmit((values) => login.mutate(values));
  const use = (known: DevelopmentLogin) => {
    form.reset({ email: known.email, password: known.password });
    login.mutate({ email: known.email, password: known.password });
  };
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <title>Sign in · Pivotal</title>
      <div className="w-full max-w-90">
        <div className="row mb-6 justify-center">
          <BrandMark />
          <span className="t-16 semi">Pivotal</span>
        </div>
        <form className="card flex flex-col gap-5 p-6 shadow-1" noValidate onSubmit={(event) => void submit(event)}>
          <h1>Sign in</h1>
          <Outside refused={new URLSearchParams(location.search).get("refused")} />
          {login.isError && !asksForCode(login.error) ? <Notice tone="danger">{messageOf(login.error)}</Notice> : null}
          <TextField
            label="Email"
            type="email"
            autoComplete="username"
            error={errors.email?.message}
            {...form.register("email")}
          />
          <TextField
            label="Password"
            type="password"
            autoComplete="current-password"
            error={errors.password?.message}
            {...form.register("password")}
          />
          {secondStep ? (
            <TextField
              label="Code"
              mono
              autoFocus
              inputMode="text"
              autoComplete="one-time-code"
              hint="What your authenticator app shows, or one of your recovery codes."
              error={errors.code?.message}
              {...form.register("code")}
            />
          ) : null}
          <Button type="submit" variant="primary" busy={login.isPending}>
            Sign in
          </Button>
          <Link className="link" to="/forgotten">
            Forgot your password?
          </Link>
        </form>
        {logins.length === 0 ? null : (
          <section className="mt-6" aria-labelledby="development-logins">
            <h2 className="t-12 med t-3 mb-1 px-2" id="development-logins">
              Development logins
            </h2>
            <ul>
              {logins.map((known) => (
                <li key={known.email}>
                  <button type="button" className="menu-item w-full hover:bg-pressed" onClick={() => use(known)}>
                    <Avatar name={known.name} />
                    <span className="med clip">{known.name}</span>
                    <span className="t-12 t-3 ml-auto whitespace-nowrap">{roleName(known.role)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </main>
  );
}

/** The password was right: that is no mistake to show. */
function asksForCode(error: unknown): boolean {
  return error instanceof ApiError && error.code === "SECOND_STEP_NEEDED";
}

/** Back to where the person was sent away from. */
function targetOf(state: unknown): string {
  if (typeof state === "object" && state !== null && "from" in state && typeof state.from === "string")
    return state.from;
  return "/";
}
