import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter, Route, Routes } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { createQueryClient } from "@/lib/query-client.ts";
import AcceptPage from "./accept-page.tsx";

let answers: Record<string, { status: number; body: object }>;
const sent: { path: string; body: unknown }[] = [];

beforeEach(() => {
  sent.length = 0;
  answers = {
    show: { status: 200, body: { email: "ada@example.com", role: "AGENT", client: null } },
    accept: { status: 200, body: { accessToken: "t" } },
  };
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
    sent.push({ path, body: JSON.parse(String(init.body)) });
    const { status, body } = answers[path.split("/").at(-1) ?? ""] ?? { status: 404, body: {} };
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
});

function show(path: string) {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter initialEntries={[path]}>
        <Routes>
          <Route path="/invitation" element={<AcceptPage />} />
          <Route path="/" element={<p>The app</p>} />
        </Routes>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

it("asks for a name and a password, and leads into the app", async () => {
  show("/invitation#AbC-1");
  expect(await screen.findByText("As Agent.")).toBeVisible();
  expect(screen.getByRole("textbox", { name: "Email" })).toHaveValue("ada@example.com");
  await userEvent.type(screen.getByRole("textbox", { name: /Your name/ }), "Ada King");
  answers.accept = {
    status: 422,
    body: { errors: [{ code: "PASSWORD_TOO_SHORT", field: "password", message: "Use at least 12 characters." }] },
  };
  await userEvent.type(screen.getByLabelText(/Choose a password/), "short");
  await userEvent.click(screen.getByRole("button", { name: "Join" }));
  expect(await screen.findByText(/Use at least 12 characters/)).toBeVisible();
  expect(screen.getByLabelText(/Choose a password/)).toBeInvalid();
  expect(screen.queryByRole("alert")).toBeNull();
  answers.accept = { status: 200, body: { accessToken: "t" } };
  await userEvent.type(screen.getByLabelText(/Choose a password/), " and then some");
  await userEvent.click(screen.getByRole("button", { name: "Join" }));
  expect(await screen.findByText("The app")).toBeVisible();
  expect(sent.at(-1)?.body).toEqual({ token: "AbC-1", name: "Ada King", password: "short and then some" });
});

it("says why a link does not work", async () => {
  answers.show = {
    status: 422,
    body: { code: "REJECTED", errors: [{ code: "INVITATION_USED", message: "This invitation was used." }] },
  };
  show("/invitation#AbC-1");
  expect(await screen.findByRole("alert")).toHaveTextContent("This invitation was used.");
  expect(screen.getByRole("link", { name: "Sign in" })).toHaveAttribute("href", "/login");
});

it("asks again when the server could not be asked, and does not blame the link", async () => {
  answers.show = { status: 503, body: {} };
  show("/invitation#AbC-1");
  expect(await screen.findByRole("alert")).toHaveTextContent("The invitation could not be loaded");
  answers.show = { status: 200, body: { email: "ada@example.com", role: "AGENT", client: null } };
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("As Agent.")).toBeVisible();
});

it("does not ask the server about a link without a token", async () => {
  show("/invitation");
  expect(await screen.findByRole("alert")).toHaveTextContent("not complete");
  expect(sent).toEqual([]);
});
