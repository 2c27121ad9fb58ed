import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { OpenedMail } from "./opened-mail.tsx";

const execute = vi.hoisted(() => vi.fn<(document: unknown, variables: unknown) => Promise<unknown>>());
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));

const WHOLE = {
  text: "Read it: https://go.norhavn.example/t/c/AbC",
  html: '<html><head></head><body><p>Read it</p><img alt="" src="https://go.norhavn.example/t/o/AbC.gif"></body></html>',
  headers: [
    { name: "From", value: "Norhavn <news@norhavn.example>" },
    { name: "List-Unsubscribe", value: "<https://go.norhavn.example/u/AbC>" },
  ],
};

let mail: object | null;

beforeEach(() => {
  mail = WHOLE;
  execute.mockImplementation(() => Promise.resolve({ keptMail: mail }));
});

function open() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <OpenedMail id="1" subject="Spring news" />
    </QueryClientProvider>,
  );
}

it("shows the mail in a frame that runs nothing and opens links elsewhere", async () => {
  open();
  const frame = await screen.findByTitle("The mail “Spring news”");
  expect(frame).toHaveAttribute("sandbox", "allow-popups allow-popups-to-escape-sandbox");
  expect(frame.getAttribute("srcdoc")).toContain("<p>Read it</p>");
  expect(frame.getAttribute("srcdoc")).toContain(`${window.location.origin}/t/o/AbC.gif`);
  expect(screen.getByRole("button", { name: "Mail" })).toHaveAttribute("aria-pressed", "true");
});

it("turns to its words and to its headers, whose addresses can be followed", async () => {
  open();
  fireEvent.click(await screen.findByRole("button", { name: "Text" }));
  expect(screen.queryByTitle("The mail “Spring news”")).toBeNull();
  expect(screen.getByRole("link")).toHaveAttribute("href", "https://go.norhavn.example/t/c/AbC");
  fireEvent.click(screen.getByRole("button", { name: "Headers" }));
  expect(screen.getByText("Norhavn <news@norhavn.example>")).toBeVisible();
  expect(screen.getByText("List-Unsubscribe")).toBeVisible();
  expect(screen.getByRole("link")).toHaveAttribute("href", "https://go.norhavn.example/u/AbC");
});

it("shows the words of what was kept before mails were kept whole", async () => {
  mail = { ...WHOLE, html: null, headers: [] };
  open();
  expect(await screen.findByText("Read it:", { exact: false })).toBeVisible();
  expect(screen.queryByRole("button", { name: "Mail" })).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Headers" }));
  expect(screen.getByText("Its headers were not kept.")).toBeVisible();
});

it("says when it was deleted meanwhile", async () => {
  mail = null;
  open();
  expect(await screen.findByText("This mail is gone")).toBeVisible();
});
