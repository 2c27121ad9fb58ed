import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import type { FieldDefinition } from "./catalogue.ts";
import { contactKind } from "./kinds/contact-kind.ts";
import { UserPicker } from "./user-picker.tsx";

vi.mock("@/features/identity/me/queries.ts", () => ({
  useMe: () => ({ id: "ada", name: "Ada Lovelace" }),
  useMay: () => true,
}));
const execute = vi.hoisted(() => vi.fn<(document: unknown, variables: unknown) => Promise<unknown>>());
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));

const PEOPLE = [
  { value: "grace", label: "Grace Hopper", seen: null },
  { value: "me", label: "Me", seen: null },
];

const asked: unknown[] = [];

beforeEach(() => {
  asked.length = 0;
  execute.mockImplementation((_, variables) => {
    asked.push(variables);
    const { prefix } = variables as { prefix: string };
    return Promise.resolve({
      filterSuggestions: PEOPLE.filter(({ label }) => label.toLowerCase().startsWith(prefix.toLowerCase())),
    });
  });
});

const OWNER = { key: "owner", label: "Owner", kind: "user", required: false } as FieldDefinition;
const onChange = vi.fn<(id: string) => void>();

function Picker({ definition, error }: { definition: FieldDefinition; error?: string }) {
  const [value, setValue] = useState("");
  return (
    <UserPicker
      kind={contactKind}
      definition={definition}
      value={value}
      error={error}
      onChange={(id) => {
        onChange(id);
        setValue(id);
      }}
    />
  );
}

function show(definition: FieldDefinition = OWNER, error?: string) {
  onChange.mockReset();
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <Picker definition={definition} {...(error === undefined ? {} : { error })} />
    </QueryClientProvider>,
  );
  return screen.getByRole("button", { name: definition.label });
}

it("offers the one who looks first, by name and not as a word of the filter", async () => {
  const field = show();
  expect(field).toHaveTextContent("Nobody");
  fireEvent.click(field);
  fireEvent.click(await screen.findByRole("option", { name: "Ada Lovelace (you)" }));
  expect(asked).toEqual([{ entity: "CONTACT", field: "owner", prefix: "" }]);
  expect(onChange).toHaveBeenLastCalledWith("ada");
  expect(field).toHaveTextContent("Ada Lovelace (you)");
});

it("keeps the name of who was chosen, whatever is looked for afterwards", async () => {
  const field = show();
  fireEvent.click(field);
  fireEvent.click(await screen.findByRole("option", { name: "Ada Lovelace (you)" }));
  fireEvent.click(field);
  expect(screen.getAllByRole("option").map((option) => option.textContent)).toEqual([
    "Ada Lovelace (you)",
    "Grace Hopper",
  ]);
  fireEvent.change(screen.getByPlaceholderText("Type to find"), { target: { value: "zz" } });
  await waitFor(() => expect(screen.queryByRole("option", { name: "Grace Hopper" })).toBeNull());
  expect(asked.at(-1)).toEqual({ entity: "CONTACT", field: "owner", prefix: "zz" });
  expect(field).toHaveTextContent("Ada Lovelace (you)");
});

it("is nobody again by choosing the same once more", async () => {
  const field = show();
  for (let times = 0; times < 2; times += 1) {
    fireEvent.click(field);
    fireEvent.click(await screen.findByRole("option", { name: "Grace Hopper" }));
  }
  expect(onChange.mock.calls).toEqual([["grace"], [""]]);
  expect(field).toHaveTextContent("Nobody");
});

it("says what is wrong with the choice beside it", () => {
  const field = show({ ...OWNER, required: true }, "Owner is required. Choose somebody.");
  expect(field).toHaveAccessibleDescription("Owner is required. Choose somebody.");
  expect(field).toHaveAttribute("aria-invalid", "true");
});
