import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter, Route, Routes } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { toastFailed } from "@/components/toast.tsx";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { createQueryClient } from "@/lib/query-client.ts";
import SenderPage from "./sender-page.tsx";

vi.mock("@/components/toast.tsx", () => ({ toastDone: vi.fn(), toastFailed: vi.fn() }));
vi.mock("@/components/copy.ts", () => ({ copyText: vi.fn() }));
vi.mock("@/shell/crumbs.tsx", () => ({ useCrumb: () => {} }));
const world = vi.hoisted(() => ({ admin: true, archived: false, refused: false }));
vi.mock("@/features/identity/me/queries.ts", async (original) => ({
  ...(await original<object>()),
  useMay: () => world.admin,
}));
const execute = vi.hoisted(() => vi.fn<(document: unknown, variables: unknown) => Promise<unknown>>());
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));

const publish = { name: "norhavn.example", kind: "TXT", value: "v=spf1 include:sendgrid.net ~all" };
const checks = [
  {
    subject: "SPF",
    title: "SPF",
    verdict: "FAIL",
    words: "The domain has no SPF record. Publish this one.",
    found: null,
    publish,
  },
  {
    subject: "DKIM",
    title: "DKIM",
    verdict: "PASS",
    words: "As it has to be.",
    found: "v=DKIM1; p=AAAA",
    publish: null,
  },
];

beforeEach(() => {
  Object.assign(world, { admin: true, archived: false, refused: false });
  vi.mocked(toastFailed).mockClear();
  execute.mockImplementation((document) => {
    const asked = String(document);
    const userErrors = world.refused
      ? [{ code: "SENDER_IS_DEFAULT", field: null, message: "This sender is the default of its brand." }]
      : [];
    if (asked.includes("mutation SenderArchive")) {
      world.archived = !world.refused;
      return Promise.resolve({ senderArchive: { position: 7, userErrors } });
    }
    if (asked.includes("query SendersPage")) return Promise.resolve({ senderProfiles: [], emailBrands: [] });
    return Promise.resolve({
      senderProfile: {
        id: "s",
        fromName: "Norhavn News",
        fromAddress: "news@norhavn.example",
        replyTo: null,
        brandId: "b",
        brandName: "Norhavn",
        isDefault: false,
        physicalAddress: "Norhavn AS, 0150 Oslo",
        trackingDomain: null,
        providerName: "SendGrid",
        account: "main",
        dkimSelector: "s1",
        dkimRecord: null,
        ramp: null,
        archived: world.archived,
        health: "FAIL",
        checkedAt: "2026-01-05T12:00:00Z",
        checks,
      },
      senderHistory: [],
    });
  });
});

async function show() {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <TooltipProvider>
        <MemoryRouter initialEntries={["/campaigns/senders/s"]}>
          <Routes>
            <Route path="/campaigns/senders/:id" element={<SenderPage />} />
          </Routes>
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );
  await screen.findByRole("heading", { level: 1, name: "Norhavn News" });
}

it("shows what is wrong with the record to publish, part by part", async () => {
  await show();
  expect(screen.getByText("The domain has no SPF record. Publish this one.")).toBeVisible();
  expect(screen.getByText("v=DKIM1; p=AAAA")).toBeVisible();
  expect(screen.getByText(publish.value)).toBeVisible();
  for (const part of ["type", "name", "value"]) {
    expect(screen.getByRole("button", { name: `Copy the ${part} for SPF` })).toBeVisible();
  }
  expect(screen.queryByRole("button", { name: /for DKIM$/ })).toBeNull();
});

it("offers no change to whom may not make one", async () => {
  world.admin = false;
  await show();
  for (const name of ["Archive", "Check now", "Edit", "Make the default"]) {
    expect(screen.queryByRole("button", { name: new RegExp(`^${name}`) })).toBeNull();
  }
});

it("keeps the focus on what archives and restores it", async () => {
  await show();
  await userEvent.click(screen.getByRole("button", { name: "Archive" }));
  expect(await screen.findByRole("button", { name: "Restore" })).toHaveFocus();
  expect(screen.queryByRole("button", { name: "Check now" })).toBeNull();
});

it("says why it was refused, and stays as it was", async () => {
  world.refused = true;
  await show();
  await userEvent.click(screen.getByRole("button", { name: "Archive" }));
  await waitFor(() => expect(toastFailed).toHaveBeenCalledOnce());
  expect(vi.mocked(toastFailed).mock.lastCall?.[0]).toContain("default of its brand");
  expect(within(screen.getByRole("region", { name: "Norhavn News" })).queryByText("Archived")).toBeNull();
});
