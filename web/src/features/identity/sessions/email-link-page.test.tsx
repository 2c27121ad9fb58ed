import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { createQueryClient } from "@/lib/query-client.ts";
import EmailLinkPage from "./email-link-page.tsx";

const sent: { path: string; body: unknown }[] = [];
let answer: { status: number; body: object | null };

beforeEach(() => {
  sent.length = 0;
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
    sent.push({ path, body: JSON.parse(String(init.body)) });
    const { status, body } = answer;
    return Promise.resolve(new Response(body === null ? null : JSON.stringify(body), { status }));
  });
});

function show(to: "confirm" | "keep", hash: string) {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter initialEntries={[`/link${hash}`]}>
        <EmailLinkPage to={to} />
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

it("asks nothing by itself, and says when the link is void", async () => {
  answer = { status: 422, body: { errors: [{ code: "EMAIL_LINK_INVALID", message: "This link was used." }] } };
  show("confirm", "#AbC-1");
  expect(sent).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: "Use this address" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("This link was used.");
  answer = { status: 204, body: null };
  await userEvent.click(screen.getByRole("button", { name: "Use this address" }));
  expect(await screen.findByRole("heading", { name: "This address is yours" })).toBeVisible();
  expect(sent.at(-1)).toEqual({ path: "/api/v1/auth/email/confirm", body: { token: "AbC-1" } });
});

it("takes an address back", async () => {
  answer = { status: 204, body: null };
  show("keep", "#AbC-2");
  await userEvent.click(screen.getByRole("button", { name: "Keep my old address" }));
  expect(await screen.findByRole("heading", { name: "Your old address is back" })).toBeVisible();
  expect(sent).toEqual([{ path: "/api/v1/auth/email/keep", body: { token: "AbC-2" } }]);
});

it("does not ask about a link without its end", () => {
  show("keep", "");
  expect(screen.getByRole("heading", { name: "This link does not work" })).toBeVisible();
});
