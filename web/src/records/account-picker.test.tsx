import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { AccountPicker } from "./account-picker.tsx";

interface Asked {
  filter: { q?: string };
}

const ACCOUNTS = [
  { id: "1", name: "Norhavn", domain: "norhavn.example" },
  { id: "2", name: null, domain: "fjord.example" },
  { id: "3", name: null, domain: null },
];

const accountPage = vi.hoisted(() => vi.fn<(asked: Asked) => Promise<unknown>>());
vi.mock("@/features/audience/accounts/queries.ts", () => ({ accountPage }));

beforeEach(() => {
  accountPage.mockReset();
  accountPage.mockImplementation(({ filter: { q = "" } }) => {
    const found = ACCOUNTS.filter(({ name, domain }) => q === "" || `${name} ${domain}`.toLowerCase().includes(q));
    return Promise.resolve({ edges: found.map((node) => ({ node })) });
  });
});

const onChange = vi.fn<(id: string | null) => void>();

function Picker() {
  const [value, setValue] = useState<string | null>(null);
  return (
    <AccountPicker
      value={value}
      onChange={(id) => {
        onChange(id);
        setValue(id);
      }}
    />
  );
}

function show() {
  onChange.mockReset();
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <Picker />
    </QueryClientProvider>,
  );
  return screen.getByRole("button", { name: "Account" });
}

const look = (words: string) =>
  fireEvent.change(screen.getByPlaceholderText("Type to find"), { target: { value: words } });

it("says what happens without an account, and offers those there are by name, domain or neither", async () => {
  const field = show();
  expect(field).toHaveTextContent("Link by email domain");
  expect(field).toHaveAccessibleDescription("Left open, the domain of the email links it.");
  fireEvent.click(field);
  expect(await screen.findByRole("option", { name: "Norhavn" })).toBeInTheDocument();
  expect(screen.getAllByRole("option").map((option) => option.textContent)).toEqual([
    "Norhavn",
    "fjord.example",
    "Unnamed account",
  ]);
});

it("looks on the server, and keeps the name of the chosen one whatever is looked for afterwards", async () => {
  const field = show();
  fireEvent.click(field);
  fireEvent.click(await screen.findByRole("option", { name: "Norhavn" }));
  expect(onChange).toHaveBeenLastCalledWith("1");
  expect(field).toHaveTextContent("Norhavn");
  fireEvent.click(field);
  look("fjord");
  await waitFor(() => expect(screen.queryByRole("option", { name: "Unnamed account" })).toBeNull());
  expect(accountPage.mock.lastCall?.[0].filter).toEqual({ q: "fjord" });
  expect(screen.getAllByRole("option").map((option) => option.textContent)).toEqual(["Norhavn", "fjord.example"]);
  expect(field).toHaveTextContent("Norhavn");
});

it("is emptied by choosing the chosen one once more", async () => {
  const field = show();
  fireEvent.click(field);
  fireEvent.click(await screen.findByRole("option", { name: "Norhavn" }));
  fireEvent.click(field);
  fireEvent.click(await screen.findByRole("option", { name: "Norhavn" }));
  expect(onChange).toHaveBeenLastCalledWith(null);
  expect(field).toHaveTextContent("Link by email domain");
});
