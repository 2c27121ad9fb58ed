import { QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { toastDone } from "@/components/toast.tsx";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { createQueryClient } from "@/lib/query-client.ts";
import { LiftDialog } from "./lift-dialog.tsx";
import type { LegalHold } from "./queries.ts";

vi.mock("@/components/toast.tsx", () => ({ toastDone: vi.fn(), toastFailed: vi.fn() }));
const execute = vi.hoisted(() => vi.fn<(document: unknown, variables: unknown) => Promise<unknown>>());
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));

it("says that lifting cannot be undone, lifts only with a reason, and offers no Undo", async () => {
  execute.mockResolvedValue({ legalHoldLift: { position: 9, userErrors: [] } });
  const onClose = vi.fn();
  render(
    <QueryClientProvider client={createQueryClient()}>
      <TooltipProvider>
        <LiftDialog hold={{ id: "h1", label: "Norhavn" } as LegalHold} onClose={onClose} />
      </TooltipProvider>
    </QueryClientProvider>,
  );
  expect(screen.getByRole("dialog")).toHaveAccessibleDescription(/This cannot be undone/);
  fireEvent.click(screen.getByRole("button", { name: /^Lift hold/ }));
  expect(execute).not.toHaveBeenCalled();
  fireEvent.change(screen.getByRole("textbox", { name: "Why" }), { target: { value: " settled " } });
  fireEvent.click(screen.getByRole("button", { name: /^Lift hold/ }));
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(execute.mock.lastCall?.[1]).toEqual({ id: "h1", reason: "settled" });
  expect(toastDone).toHaveBeenCalledExactlyOnceWith("The hold over Norhavn is lifted");
});
