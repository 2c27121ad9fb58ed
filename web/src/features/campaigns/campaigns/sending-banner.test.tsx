import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { Toasts } from "@/components/toast.tsx";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { useActions } from "@/shell/actions.ts";
import SendingBanner from "./sending-banner.tsx";
import type { SendingSwitch } from "./switch-queries.ts";

const allowed = vi.hoisted(() => ({ all: new Set<string>() }));
vi.mock("@/features/identity/me/queries.ts", () => ({ useMay: (permission: string) => allowed.all.has(permission) }));
const execute = vi.hoisted(() => vi.fn<(document: unknown, variables: unknown) => Promise<unknown>>());
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));
const push = vi.hoisted((): { to: (data: unknown) => void } => ({ to: () => {} }));
vi.mock("@/lib/subscribe.ts", () => ({
  subscribe: (_: unknown, __: unknown, onData: (data: unknown) => void) => {
    push.to = onData;
    return () => {};
  },
}));

const OPEN: SendingSwitch = { stopped: false, since: null, byName: null, reason: null };
const STOPPED: SendingSwitch = {
  stopped: true,
  since: "2026-11-23T10:32:00Z",
  byName: "Ada",
  reason: "Wrong price",
};

let now = OPEN;
const sent: { act: string; variables: unknown }[] = [];

beforeEach(() => {
  now = OPEN;
  sent.length = 0;
  allowed.all = new Set(["CAMPAIGNS_LAUNCH"]);
  execute.mockImplementation((document, variables) => {
    const asked = String(document);
    const act = /sending(Stop|Allow)\b/.exec(asked.replace(/mutation \w+/, ""))?.[0];
    if (asked.includes("mutation") && act !== undefined) {
      sent.push({ act, variables });
      now = act === "sendingStop" ? STOPPED : OPEN;
      return Promise.resolve({ [act]: { position: 1, userErrors: [] } });
    }
    return Promise.resolve({ sendingSwitch: now });
  });
});

/** What the palette offers. */
function Palette() {
  return (
    <ul>
      {useActions().map(({ id, label, run }) => (
        <li key={id}>
          <button type="button" onClick={run}>
            Palette: {label}
          </button>
        </li>
      ))}
    </ul>
  );
}

function open() {
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <TooltipProvider>
        <MemoryRouter>
          <SendingBanner />
          <Palette />
          <Toasts />
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );
}

it("stops everything from the palette, with a reason that everybody reads", async () => {
  open();
  fireEvent.click(await screen.findByRole("button", { name: "Palette: Stop all sending" }));
  fireEvent.change(await screen.findByRole("textbox", { name: "Why" }), { target: { value: "Wrong price " } });
  fireEvent.click(screen.getByRole("button", { name: /^Stop all sending/ }));
  await waitFor(() => expect(sent).toEqual([{ act: "sendingStop", variables: { reason: "Wrong price" } }]));
  expect(await screen.findByText("All sending is stopped.")).toBeVisible();
  expect(screen.getByTestId("sending-stopped")).toHaveTextContent(/by Ada: Wrong price/);
  expect(screen.queryByRole("button", { name: "Allow sending again" })).toBeNull();
});

it("says so as soon as somebody else stops it", async () => {
  open();
  await screen.findByRole("button", { name: "Palette: Stop all sending" });
  act(() => push.to({ sendingSwitchChanged: STOPPED }));
  expect(await screen.findByText("All sending is stopped.")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Palette: Stop all sending" })).toBeNull();
});

it("is allowed again by whoever may change settings", async () => {
  now = STOPPED;
  allowed.all = new Set(["CAMPAIGNS_LAUNCH", "SETTINGS_MANAGE"]);
  open();
  fireEvent.click(await screen.findByRole("button", { name: "Allow sending again" }));
  await waitFor(() => expect(sent).toMatchObject([{ act: "sendingAllow" }]));
  await waitFor(() => expect(screen.queryByText("All sending is stopped.")).toBeNull());
});

it("offers no switch to whom it is not for", async () => {
  allowed.all = new Set();
  open();
  await waitFor(() => expect(execute).toHaveBeenCalled());
  expect(screen.queryByRole("button", { name: /^Palette/ })).toBeNull();
});
