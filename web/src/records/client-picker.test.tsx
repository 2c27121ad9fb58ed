import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { ClientPicker } from "./client-picker.tsx";

interface Asked {
  filter: { archived: boolean; search?: string };
}

const CLIENTS = [
  { id: "1", name: "Norhavn" },
  { id: "2", name: "Baltia" },
];

const clientPage = vi.hoisted(() => vi.fn<(asked: Asked) => Promise<unknown>>());
vi.mock("@/features/identity/clients/queries.ts", () => ({ clientPage }));

const answered = ({ filter: { search = "" } }: Asked) =>
  Promise.resolve({
    edges: CLIENTS.filter(({ name }) => name.toLowerCase().includes(search)).map((node) => ({ node })),
  });

beforeEach(() => {
  clientPage.mockReset();
  clientPage.mockImplementation(answered);
});

const onChange = vi.fn<(id: string) => void>();

function Picker(props: Partial<Parameters<typeof ClientPicker>[0]>) {
  const [value, setValue] = useState("");
  return (
    <ClientPicker
      {...props}
      value={value}
      onChange={(id) => {
        onChange(id);
        setValue(id);
      }}
    />
  );
}

function show(props: Partial<Parameters<typeof ClientPicker>[0]> = {}) {
  onChange.mockReset();
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <Picker {...props} />
    </QueryClientProvider>,
  );
  return screen.getByRole("button", { name: props.label ?? "Client" });
}

it("offers clients in use, looks for them on the server, and keeps the name of the chosen one", async () => {
  const field = show();
  expect(field).toHaveTextContent("Choose a client");
  fireEvent.click(field);
  fireEvent.click(await screen.findByRole("option", { name: "Norhavn" }));
  expect(onChange).toHaveBeenLastCalledWith("1");
  expect(clientPage.mock.calls.map(([asked]) => asked.filter)).toEqual([{ archived: false }]);
  fireEvent.click(field);
  fireEvent.change(screen.getByPlaceholderText("Type to find"), { target: { value: " nothing like it " } });
  await waitFor(() => expect(screen.queryByRole("option", { name: "Baltia" })).toBeNull());
  expect(clientPage.mock.lastCall?.[0].filter).toEqual({ archived: false, search: "nothing like it" });
  expect(field).toHaveTextContent("Norhavn");
});

it("is none again by choosing the chosen one once more, and is put in the words of the form", async () => {
  const field = show({ label: "Where", placeholder: "Everywhere", named: (name) => `Only for ${name}` });
  fireEvent.click(field);
  fireEvent.click(await screen.findByRole("option", { name: "Only for Baltia" }));
  expect(field).toHaveTextContent("Only for Baltia");
  fireEvent.click(field);
  fireEvent.click(await screen.findByRole("option", { name: "Only for Baltia" }));
  expect(onChange).toHaveBeenLastCalledWith("");
  expect(field).toHaveTextContent("Everywhere");
});

it("stays chosen where one is required", async () => {
  const field = show({ required: true });
  for (let times = 0; times < 2; times += 1) {
    fireEvent.click(field);
    fireEvent.click(await screen.findByRole("option", { name: "Baltia" }));
  }
  expect(onChange.mock.calls).toEqual([["2"], ["2"]]);
  expect(field).toHaveTextContent("Baltia");
});

it("says that clients could not be read, and reads them when asked to", async () => {
  clientPage.mockRejectedValueOnce(new Error("Pivotal cannot be reached."));
  const field = show();
  expect(await screen.findByRole("alert")).toHaveTextContent("Clients could not be loaded.");
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  fireEvent.click(field);
  expect(await screen.findByRole("option", { name: "Norhavn" })).toBeInTheDocument();
});

it("says what is wrong with the choice beside it", () => {
  const field = show({ error: "Choose one." });
  expect(field).toHaveAccessibleDescription("Choose one.");
  expect(field).toHaveAttribute("aria-invalid", "true");
});
