import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { Toasts } from "@/components/toast.tsx";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { DetailsDialog } from "./details-dialog.tsx";
import { DRAFT, RUNNING } from "./fixture.ts";
import type { Campaign } from "./queries.ts";

const allowed = vi.hoisted(() => ({ all: new Set<string>() }));
vi.mock("@/features/identity/me/queries.ts", () => ({
  useMe: () => ({ id: "ada", name: "Ada", role: "CAMPAIGN_MANAGER", teams: [] }),
  useGrants: () => new Map(),
  useMay: (permission: string) => allowed.all.has(permission),
}));
const clientPage = vi.hoisted(() => vi.fn<() => Promise<unknown>>());
vi.mock("@/features/identity/clients/queries.ts", async (original) => ({
  ...(await original<object>()),
  clientPage,
}));
const execute = vi.hoisted(() => vi.fn<(document: unknown, variables: unknown) => Promise<unknown>>());
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));

const FOR_ACME: Campaign = { ...DRAFT, clientId: "acme", clientName: "Acme" };
const sent: unknown[] = [];

beforeEach(() => {
  sent.length = 0;
  allowed.all = new Set(["CAMPAIGNS_EDIT", "CLIENTS_VIEW"]);
  clientPage.mockImplementation(() => Promise.resolve({ edges: [{ node: { id: "baltia", name: "Baltia" } }] }));
  execute.mockImplementation((_, variables) => {
    const { input } = variables as { input?: unknown };
    if (input === undefined) return new Promise(() => {});
    sent.push(input);
    return Promise.resolve({ campaignUpdate: { position: 1, campaign: { id: DRAFT.id }, userErrors: [] } });
  });
});

function open(campaign: Campaign) {
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <TooltipProvider>
        <DetailsDialog campaign={campaign} onClose={() => {}} />
        <Toasts />
      </TooltipProvider>
    </QueryClientProvider>,
  );
}

const save = () => fireEvent.click(screen.getByRole("button", { name: /^Save/ }));
const KEPT = { id: DRAFT.id, name: "Fleet telematics", tags: ["fleet"], ownerId: "ada" };

it("says nothing of the client while that stays", async () => {
  open(FOR_ACME);
  expect(screen.getByRole("button", { name: "Client" })).toHaveTextContent("Acme");
  save();
  await waitFor(() => expect(sent).toEqual([KEPT]));
});

it("gives a draft to another client", async () => {
  open(FOR_ACME);
  fireEvent.click(screen.getByRole("button", { name: "Client" }));
  fireEvent.click(await screen.findByRole("option", { name: "Baltia" }));
  save();
  await waitFor(() => expect(sent).toEqual([{ ...KEPT, clientId: "baltia" }]));
});

it("takes the client off by choosing it once more", async () => {
  open(FOR_ACME);
  fireEvent.click(screen.getByRole("button", { name: "Client" }));
  fireEvent.click(await screen.findByRole("option", { name: "Acme" }));
  save();
  await waitFor(() => expect(sent).toEqual([{ ...KEPT, clientId: null }]));
});

it("leaves the client of what was launched alone", () => {
  open({ ...RUNNING, clientId: "acme", clientName: "Acme" });
  expect(screen.queryByRole("button", { name: "Client" })).toBeNull();
});
