import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter, Route, Routes } from "react-router";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createQueryClient } from "@/lib/query-client.ts";
import { signOut } from "@/lib/session.ts";
import LoginPage from "./login-page.tsx";

const sent: unknown[] = [];
let provider: string;
const answers: { status: number; body: object }[] = [];

beforeEach(() => {
  sent.length = 0;
  provider = "{}";
  vi.stubGlobal("fetch", (path: string, init?: RequestInit) => {
    if (path.endsWith("/oidc")) return Promise.resolve(new Response(provider));
    if (!path.endsWith("/login")) return Promise.resolve(new Response("[]", { status: 404 }));
    sent.push(JSON.parse(String(init?.body)));
    const { status, body } = answers.shift() ?? { status: 500, body: {} };
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
});

// Who is signed in outlives a test.
afterEach(() => signOut());

function show(path: string) {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter initialEntries={[path]}>
        <Routes>
          <Route path="/login" element={<LoginPage />} />
          <Route path="/" element={<p>The app</p>} />
        </Routes>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

it("asks for a code when the password alone is not enough, and says when the code is wrong", async () => {
  answers.push({ status: 401, body: { code: "SECOND_STEP_NEEDED", detail: "Write the code." } });
  answers.push({ status: 401, body: { code: "SECOND_STEP_WRONG", detail: "This code is not right." } });
  answers.push({ status: 200, body: { accessToken: "t" } });
  show("/login");
  await userEvent.type(screen.getByRole("textbox", { name: "Email" }), "ada@example.com");
  await userEvent.type(screen.getByLabelText("Password"), "correct horse battery");
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
  const code = await screen.findByRole("textbox", { name: "Code" });
  expect(screen.queryByRole("alert")).toBeNull();
  await userEvent.type(code, "000000");
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("This code is not right.");
  await userEvent.clear(code);
  await userEvent.type(code, "287082");
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
  expect(await screen.findByText("The app")).toBeVisible();
  const known = { email: "ada@example.com", password: "correct horse battery" };
  expect(sent).toEqual([known, { ...known, code: "000000" }, { ...known, code: "287082" }]);
});

it("offers the identity provider and says in words of its own why it let nobody in", async () => {
  provider = JSON.stringify({ name: "Example" });
  show("/login?refused=OIDC_NOBODY");
  const link = await screen.findByRole("link", { name: "Sign in with Example" });
  expect(link).toHaveAttribute("href", "/api/v1/auth/oidc/start");
  expect(screen.getByRole("alert")).toHaveTextContent("Nobody signs in here with your address.");
});

it("offers none where the server names none", async () => {
  const asked = vi.fn(fetch);
  vi.stubGlobal("fetch", asked);
  show("/login");
  await waitFor(() => expect(asked).toHaveBeenCalledWith("/api/v1/auth/oidc", expect.anything()));
  await asked.mock.results.find((_, at) => asked.mock.calls[at]?.[0] === "/api/v1/auth/oidc")?.value;
  expect(await screen.findByRole("button", { name: "Sign in" })).toBeVisible();
  expect(screen.queryByRole("link", { name: /Sign in with/ })).toBeNull();
});

it("shows no words that an address brings along", async () => {
  show("/login?refused=Call+this+number");
  expect(await screen.findByRole("alert")).toHaveTextContent("did not confirm who you are");
  expect(screen.queryByRole("link", { name: /Sign in with/ })).toBeNull();
});
