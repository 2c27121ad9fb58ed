import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { createQueryClient } from "@/lib/query-client.ts";
import { runRetention } from "./mutations.ts";
import { RunDialog } from "./run-dialog.tsx";

vi.mock("./mutations.ts", () => ({ runRetention: vi.fn(() => Promise.resolve("job 7")) }));

it("deletes nothing before it was said once more", async () => {
  const onStarted = vi.fn();
  render(
    <QueryClientProvider client={createQueryClient()}>
      <RunDialog onStarted={onStarted} onClose={vi.fn()} />
    </QueryClientProvider>,
  );
  expect(screen.getByRole("dialog")).toHaveAccessibleDescription(/does not come back/);
  expect(runRetention).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("button", { name: "Run now" }));
  await waitFor(() => expect(onStarted).toHaveBeenCalledWith("job 7"));
});
