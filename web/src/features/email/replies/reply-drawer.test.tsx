import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { createQueryClient } from "@/lib/query-client.ts";
import { ReplyDrawer } from "./reply-drawer.tsx";

vi.mock("@/components/toast.tsx", () => ({ toastDone: vi.fn(), toastFailed: vi.fn() }));
vi.mock("@/components/copy.ts", () => ({ copyText: vi.fn() }));
const world = vi.hoisted(() => ({ acts: true, done: false, forgotten: false, kind: "PERSON", refused: false }));
vi.mock("@/features/identity/me/queries.ts", async (original) => ({
  ...(await original<object>()),
  useMay: (permission: string) => permission !== "REPLIES_ACT" || world.acts,
}));
const execute = vi.hoisted(() => vi.fn<(document: unknown, variables: unknown) => Promise<unknown>>());
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));
const onMove = vi.fn<(id: string | null) => void>();

beforeEach(() => {
  Object.assign(world, { acts: true, done: false, forgotten: false, kind: "PERSON", refused: false });
  vi.mocked(toastDone).mockClear();
  vi.mocked(toastFailed).mockClear();
  onMove.mockClear();
  execute.mockImplementation((document) => {
    const asked = String(document);
    const userErrors = world.refused
      ? [{ code: "REPLY_NOT_FOUND", field: null, message: "There is no such reply." }]
      : [];
    if (asked.includes("mutation EmailReplyDone")) {
      world.done = !world.refused;
      return Promise.resolve({ emailReplyDone: { position: 7, userErrors } });
    }
    if (asked.includes("mutation EmailReplyReopen")) {
      world.done = false;
      return Promise.resolve({ emailReplyReopen: { position: 8, userErrors } });
    }
    if (asked.includes("mutation EmailReplyAssign")) {
      return Promise.resolve({ emailReplyAssign: { position: 9, userErrors } });
    }
    if (asked.includes("query EmailReplyAssignees")) {
      return Promise.resolve({ taskAssignees: [{ id: "u", name: "Kim Berg" }] });
    }
    if (asked.includes("query EmailReplyCampaign")) return Promise.resolve({ campaign: { name: "Autumn offer" } });
    return Promise.resolve({
      emailReply: {
        id: "r",
        at: "2026-01-05T12:00:00Z",
        kind: world.kind,
        matched: "THREAD",
        done: world.done,
        forgotten: world.forgotten,
        address: world.forgotten ? "" : "ida@norhavn.example",
        name: world.forgotten ? null : "Ida Holm",
        subject: world.forgotten ? "" : "Re: Your offer",
        awayUntil: null,
        contactId: "c",
        contactName: world.forgotten ? null : "Ida Holm",
        campaignId: "k",
        assigneeId: null,
        assigneeName: null,
        text: world.forgotten ? "" : "Call me on Monday.",
      },
    });
  });
});

async function show() {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <TooltipProvider>
        <MemoryRouter>
          <ReplyDrawer
            id="r"
            row={undefined}
            index={0}
            total={2}
            previousId={undefined}
            nextId="next"
            onMove={onMove}
          />
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );
  await screen.findByRole("heading", { level: 2 });
}

it("shows who wrote what, and which campaign it answers", async () => {
  await show();
  expect(screen.getByRole("heading", { name: "Re: Your offer" })).toBeVisible();
  expect(screen.getByTestId("reply-text")).toHaveTextContent("Call me on Monday.");
  expect(screen.getByRole("link", { name: "Ida Holm" })).toHaveAttribute("href", "/contacts/c");
  expect(await screen.findByText("Autumn offer")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Open page" })).toBeNull();
});

it("goes on to the next one when it is done, and can be taken back", async () => {
  await show();
  await userEvent.click(screen.getByTestId("reply-done"));
  await waitFor(() => expect(onMove).toHaveBeenCalledWith("next"));
  expect(world.done).toBe(true);
  await vi.mocked(toastDone).mock.lastCall?.[1]?.();
  expect(world.done).toBe(false);
});

it("stays where it is when it was refused, and says why", async () => {
  world.refused = true;
  await show();
  await userEvent.click(screen.getByTestId("reply-done"));
  await waitFor(() => expect(toastFailed).toHaveBeenCalledOnce());
  expect(vi.mocked(toastFailed).mock.lastCall?.[0]).toContain("There is no such reply.");
  expect(onMove).not.toHaveBeenCalled();
});

it("gives it to somebody", async () => {
  await show();
  await screen.findByRole("option", { name: "Kim Berg" });
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "With" }), "u");
  await waitFor(() => expect(toastDone).toHaveBeenCalledWith("With Kim Berg now", expect.any(Function)));
  expect(execute).toHaveBeenCalledWith(expect.anything(), { id: "r", userId: "u" });
});

it("offers nothing to do to whom may only read", async () => {
  world.acts = false;
  await show();
  expect(screen.queryByTestId("reply-done")).toBeNull();
  expect(screen.queryByRole("combobox", { name: "With" })).toBeNull();
  expect(screen.queryByRole("button", { name: /wrote it$/ })).toBeNull();
});

it("says of somebody who asked to stop that they were unsubscribed", async () => {
  world.kind = "ASKS_TO_STOP";
  await show();
  expect(screen.getByText("They asked for no more emails")).toBeVisible();
});

it("has nothing left of a reply that was forgotten", async () => {
  Object.assign(world, { forgotten: true, done: true });
  await show();
  expect(screen.getByText(/its words are gone\.$/)).toBeVisible();
  expect(screen.queryByTestId("reply-done")).toBeNull();
});
