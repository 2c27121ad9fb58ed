import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { Combobox } from "./combobox.tsx";

it("opens on everything, not on what was looked for before", async () => {
  const onSearch = vi.fn<(text: string) => void>();
  render(<Combobox label="Client" options={[]} value={[]} onChange={() => {}} onSearch={onSearch} />);
  const field = screen.getByLabelText("Client");
  await userEvent.click(field);
  await userEvent.type(screen.getByPlaceholderText("Type to find"), "nor");
  expect(onSearch).toHaveBeenLastCalledWith("nor");
  await userEvent.keyboard("{Escape}");
  expect(onSearch).toHaveBeenLastCalledWith("nor");
  await userEvent.click(field);
  expect(screen.getByPlaceholderText("Type to find")).toHaveValue("");
  expect(onSearch).toHaveBeenLastCalledWith("");
});
