import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { toast } from "sonner";
import { afterEach, expect, it, vi } from "vitest";
import { Toasts } from "@/components/toast.tsx";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { ApiError } from "@/lib/api-error.ts";
import { usePress } from "./use-press.ts";

const never = () => new Promise<void>(() => {});

// What is said outlives the page that says it.
afterEach(() => {
  toast.dismiss();
});

function Page({
  run,
  undo,
  refresh,
}: {
  run: () => Promise<void>;
  undo: () => Promise<void>;
  refresh: () => Promise<void>;
}) {
  const { busy, press } = usePress(refresh);
  return (
    <>
      <button
        type="button"
        disabled={busy}
        onClick={() => press({ run, undo, done: "Archived", failed: "Not archived." })}
      >
        Archive
      </button>
      <Toasts />
    </>
  );
}

function show(parts: Partial<Parameters<typeof Page>[0]>) {
  const all = { run: () => Promise.resolve(), undo: () => Promise.resolve(), refresh: never, ...parts };
  render(
    <QueryClientProvider client={new QueryClient()}>
      <TooltipProvider>
        <Page {...all} />
      </TooltipProvider>
    </QueryClientProvider>,
  );
  fireEvent.click(screen.getByRole("button", { name: "Archive" }));
}

it("takes the next press while everything is still being read anew", async () => {
  const run = vi.fn<() => Promise<void>>(() => Promise.resolve());
  show({ run });
  expect(await screen.findByText("Archived")).toBeInTheDocument();
  await waitFor(() => expect(screen.getByRole("button", { name: "Archive" })).toBeEnabled());
  fireEvent.click(screen.getByRole("button", { name: "Archive" }));
  await waitFor(() => expect(run).toHaveBeenCalledTimes(2));
  await waitFor(() => expect(screen.getAllByText("Archived")).toHaveLength(2));
});

it("takes no second press while the first is on its way", async () => {
  const run = vi.fn<() => Promise<void>>(never);
  show({ run });
  await waitFor(() => expect(screen.getByRole("button", { name: "Archive" })).toBeDisabled());
  expect(run).toHaveBeenCalledTimes(1);
});

it("takes it back from what is said", async () => {
  const undo = vi.fn<() => Promise<void>>(() => Promise.resolve());
  show({ undo });
  expect(await screen.findByText("Archived")).toBeInTheDocument();
  fireEvent.click(screen.getByRole("button", { name: /Undo/ }));
  await waitFor(() => expect(undo).toHaveBeenCalledTimes(1));
});

it("says why it was refused", async () => {
  show({ run: () => Promise.reject(new ApiError("It is in use.", { code: "in_use" })) });
  expect(await screen.findByText("Not archived. It is in use.")).toBeInTheDocument();
});
