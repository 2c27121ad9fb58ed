import { QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { Toasts } from "@/components/toast.tsx";
import { createQueryClient } from "@/lib/query-client.ts";
import { FileButton } from "./file-button.tsx";

const show = (save: () => Promise<void>) =>
  render(
    <QueryClientProvider client={createQueryClient()}>
      <FileButton label="Export" failed="Not exported" save={save} />
      <Toasts />
    </QueryClientProvider>,
  );

it("fetches once, however often it is pressed while it is at work", async () => {
  let end = () => {};
  const save = vi.fn(() => new Promise<void>((done) => (end = done)));
  show(save);
  const button = screen.getByRole("button", { name: "Export" });
  await userEvent.click(button);
  await userEvent.click(button);
  expect(save).toHaveBeenCalledOnce();
  expect(button).toHaveAttribute("aria-busy", "true");
  end();
  await waitFor(() => expect(button).not.toHaveAttribute("aria-busy"));
});

it("says what failed, and tries again", async () => {
  const save = vi.fn(() => Promise.reject(new Error("away")));
  show(save);
  await userEvent.click(screen.getByRole("button", { name: "Export" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("Not exported");
  // A toast follows the pointer by means that there are only in a browser.
  fireEvent.click(screen.getByRole("button", { name: "Retry" }));
  await waitFor(() => expect(save).toHaveBeenCalledTimes(2));
});
