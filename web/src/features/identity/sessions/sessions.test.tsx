import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter, Route, Routes } from "react-router";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createQueryClient } from "@/lib/query-client.ts";
import ForgottenPage from "./forgotten-page.tsx";
import NewPasswordPage from "./new-password-page.tsx";
import { browserOf } from "./queries.ts";

const sent: { path: string; body: unknown }[] = [];
let answer: { status: number; body: object | null };

beforeEach(() => {
  sent.length = 0;
  answer = { status: 202, body: null };
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
    sent.push({ path, body: JSON.parse(String(init.body)) });
    const { status, body } = answer;
    return Promise.resolve(new Response(body === null ? null : JSON.stringify(body), { status }));
  });
});

function show(path: string) {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter initialEntries={[path]}>
        <Routes>
          <Route path="/forgotten" element={<ForgottenPage />} />
          <Route path="/new-password" element={<NewPasswordPage />} />
        </Routes>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

describe("a forgotten password", () => {
  it("is asked for in words that tell nobody who is known here", async () => {
    show("/forgotten");
    await userEvent.type(screen.getByRole("textbox", { name: /Email/ }), "ada@example.com");
    await userEvent.click(screen.getByRole("button", { name: "Send the link" }));
    expect(await screen.findByText(/If somebody signs in with ada@example.com/)).toBeVisible();
    expect(sent).toEqual([{ path: "/api/v1/auth/password/forgotten", body: { email: "ada@example.com" } }]);
  });

  it("is replaced by the link, and says when the link is void", async () => {
    answer = { status: 422, body: { errors: [{ code: "RESET_LINK_INVALID", message: "This link was used." }] } };
    show("/new-password#AbC-1");
    await userEvent.type(screen.getByLabelText(/New password/), "another fine staple");
    await userEvent.click(screen.getByRole("button", { name: "Set password" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("This link was used.");
    answer = { status: 204, body: null };
    await userEvent.click(screen.getByRole("button", { name: "Set password" }));
    expect(await screen.findByRole("heading", { name: "Your password is set" })).toBeVisible();
    expect(sent.at(-1)?.body).toEqual({ token: "AbC-1", password: "another fine staple" });
  });
});

it("a link without its end is not asked about", () => {
  show("/new-password");
  expect(screen.getByRole("alert")).toHaveTextContent("not complete");
  expect(screen.getByRole("link", { name: "Ask for another link" })).toHaveAttribute("href", "/forgotten");
});

describe("a browser", () => {
  it("is named in short", () => {
    const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0";
    const edge = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0";
    const phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605 Version/18.5 Safari/604";
    expect([firefox, edge, phone, "curl/8.5", null].map(browserOf)).toEqual([
      "Firefox on Linux",
      "Edge on Windows",
      "Safari on iOS",
      "curl/8.5",
      "Unknown",
    ]);
  });
});
