import { QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { toastDone } from "@/components/toast.tsx";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { createQueryClient } from "@/lib/query-client.ts";
import type { Suppression } from "./queries.ts";
import { ReleaseDialog } from "./release-dialog.tsx";

const grants = vi.hoisted(() => new Set<string>());
vi.mock("@/features/identity/me/queries.ts", () => ({ useMay: (permission: string) => grants.has(permission) }));
vi.mock("@/components/toast.tsx", () => ({ toastDone: vi.fn(), toastFailed: vi.fn() }));
const execute = vi.hoisted(() => vi.fn<(document: unknown) => Promise<unknown>>());
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));

const SUPPRESSION = {
  id: "s1",
  kind: "EMAIL",
  value: "ada@example.com",
  label: "ada@example.com",
  reason: "MANUAL",
  reasonLabel: "Added by hand",
  reach: "GLOBAL",
  clientId: null,
  clientName: null,
  campaignId: null,
  campaignName: null,
  brandId: null,
  brandName: null,
  until: null,
  note: null,
} as Suppression;

beforeEach(() => {
  vi.mocked(toastDone).mockClear();
  grants.clear();
  grants.add("SUPPRESSIONS_ADD");
  execute.mockResolvedValue({ suppressionRelease: { position: 9, userErrors: [] } });
});

async function release(suppression: Suppression) {
  const onClose = vi.fn();
  render(
    <QueryClientProvider client={createQueryClient()}>
      <TooltipProvider>
        <ReleaseDialog suppression={suppression} onClose={onClose} />
      </TooltipProvider>
    </QueryClientProvider>,
  );
  const description = screen.getByText(/From now on they may be contacted again\./).textContent;
  fireEvent.change(screen.getByRole("textbox", { name: "Why" }), { target: { value: "a mistake" } });
  fireEvent.click(screen.getByRole("button", { name: /^Release/ }));
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  return { description, undo: vi.mocked(toastDone).mock.lastCall?.[1] };
}

describe("a release", () => {
  it("offers Undo, and claims nothing else", async () => {
    const { description, undo } = await release(SUPPRESSION);
    expect(description).not.toContain("undo");
    expect(undo).toBeInstanceOf(Function);
  });

  it("says before that it cannot be undone by who may not suppress", async () => {
    grants.clear();
    const { description, undo } = await release(SUPPRESSION);
    expect(description).toContain("You cannot undo this.");
    expect(undo).toBeUndefined();
  });

  it("says before that what is known by its hash alone does not come back", async () => {
    const { description, undo } = await release({ ...SUPPRESSION, value: null });
    expect(description).toContain("You cannot undo this.");
    expect(undo).toBeUndefined();
  });
});
