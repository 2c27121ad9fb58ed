import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { createQueryClient } from "@/lib/query-client.ts";
import { createUser } from "./mutations.ts";
import { UserDialog } from "./user-dialog.tsx";

interface Box<T> {
  onChange: (value: T) => void;
}

vi.mock("./mutations.ts", () => ({ createUser: vi.fn(() => Promise.resolve()) }));
vi.mock("@/records/teams-box.tsx", () => ({
  TeamsBox: ({ onChange }: Box<string[]>) => <button onClick={() => onChange(["nordics"])}>Nordics</button>,
}));
vi.mock("@/records/client-picker.tsx", () => ({
  ClientPicker: ({ onChange }: Box<string>) => <button onClick={() => onChange("norhavn")}>Norhavn</button>,
}));

it("puts a client user in no team, whatever was chosen before the role", async () => {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <UserDialog user={null} onClose={() => {}} />
    </QueryClientProvider>,
  );
  await userEvent.type(screen.getByRole("textbox", { name: /^Name/ }), "Ada");
  await userEvent.type(screen.getByRole("textbox", { name: /^Email/ }), "ada@example.com");
  await userEvent.click(screen.getByText("Nordics"));
  await userEvent.selectOptions(screen.getByRole("combobox", { name: /^Role/ }), "CLIENT_USER");
  await userEvent.click(screen.getByText("Norhavn"));
  await userEvent.type(screen.getByLabelText(/^First password/), "a long enough password");
  await userEvent.click(screen.getByRole("button", { name: "Create user" }));
  await vi.waitFor(() => expect(createUser).toHaveBeenCalledOnce());
  expect(vi.mocked(createUser).mock.lastCall?.[0]).toMatchObject({ clientId: "norhavn", teamIds: [] });
});
