import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { Toasts } from "@/components/toast.tsx";
import { TooltipProvider } from "@/components/tooltip.tsx";
import CampaignsPage from "./campaigns-page.tsx";

const allowed = vi.hoisted(() => ({ all: new Set<string>() }));
vi.mock("@/features/identity/me/queries.ts", () => ({
  useMe: () => ({ id: "ada", name: "Ada", role: "CAMPAIGN_MANAGER", teams: [] }),
  useGrants: () => new Map(),
  useMay: (permission: string) => allowed.all.has(permission),
}));
const execute = vi.hoisted(() => vi.fn<(document: unknown, variables: unknown) => Promise<unknown>>());
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));

const asked: unknown[] = [];
const sent: unknown[] = [];
let brands: object[] = [];

beforeEach(() => {
  asked.length = 0;
  sent.length = 0;
  brands = [{ id: "brand", name: "Norhavn", archived: false }];
  allowed.all = new Set(["CAMPAIGNS_VIEW", "CAMPAIGNS_EDIT", "CAMPAIGNS_LAUNCH"]);
  execute.mockImplementation((document, variables) => {
    const text = String(document);
    if (text.includes("campaignCreate(")) {
      sent.push((variables as { input: unknown }).input);
      return Promise.resolve({ campaignCreate: { position: 1, campaign: { id: "made" }, userErrors: [] } });
    }
    if (text.includes("sendingSwitch")) {
      return Promise.resolve({ sendingSwitch: { stopped: false, since: null, byName: null, reason: null } });
    }
    if (text.includes("emailBrands")) return Promise.resolve({ senderProfiles: [], emailBrands: brands });
    if (text.includes("totalCount")) return Promise.resolve({ campaigns: { totalCount: 0 } });
    if (text.includes("campaigns(")) {
      asked.push((variables as { filter: unknown }).filter);
      const pageInfo = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };
      return Promise.resolve({ campaigns: { edges: [], pageInfo, stale: false } });
    }
    return new Promise(() => {});
  });
});

function open(search = "", channel?: "EMAIL") {
  const page = channel === undefined ? <CampaignsPage /> : <CampaignsPage channel={channel} />;
  const router = createMemoryRouter(
    [
      { path: "/campaigns", element: page },
      { path: "/campaigns/:id/edit/:step", element: <p>The wizard</p> },
    ],
    { initialEntries: [`/campaigns${search}`] },
  );
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <TooltipProvider>
        <RouterProvider router={router} />
        <Toasts />
      </TooltipProvider>
    </QueryClientProvider>,
  );
}

it("asks for what the address names, and for one's own when they are chosen", async () => {
  open("?state=PAUSED&q=fleet", "EMAIL");
  await waitFor(() =>
    expect(asked.at(-1)).toEqual({ archived: false, channel: "EMAIL", states: ["PAUSED"], q: "fleet" }),
  );
  fireEvent.change(screen.getByRole("combobox", { name: "Owner" }), { target: { value: "me" } });
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ ownerId: "ada" }));
  fireEvent.change(screen.getByRole("combobox", { name: "State" }), { target: { value: "archived" } });
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ archived: true }));
  expect(await screen.findByText("No campaign like this")).toBeVisible();
});

it("begins a campaign and goes on with its audience", async () => {
  open();
  fireEvent.click(await screen.findByRole("button", { name: /^New campaign/ }));
  const dialog = within(await screen.findByRole("dialog", { name: "New email campaign" }));
  fireEvent.change(await dialog.findByRole("textbox", { name: /^Name/ }), { target: { value: " Fleet " } });
  const create = () => dialog.getByRole("button", { name: /^Create campaign/ });
  await waitFor(() => expect(create()).not.toHaveAttribute("aria-disabled"));
  fireEvent.click(create());
  await waitFor(() => expect(sent).toMatchObject([{ name: "Fleet", brandId: "brand", clientId: null }]));
  expect(await screen.findByText("The wizard")).toBeVisible();
});

it("needs a brand first, and a name", async () => {
  brands = [];
  open("?new=1");
  expect(await screen.findByText("There is no brand yet")).toBeVisible();
  expect(screen.getByRole("link", { name: "Make a brand and a sender first" })).toHaveAttribute(
    "href",
    "/campaigns/senders",
  );
  expect(screen.getByRole("button", { name: /^Create campaign/ })).toHaveAttribute("aria-disabled", "true");
});

it("names what is missing where it is missing", async () => {
  open("?new=1");
  const create = () => screen.getByRole("button", { name: /^Create campaign/ });
  await screen.findByRole("textbox", { name: /^Name/ });
  await waitFor(() => expect(create()).not.toHaveAttribute("aria-disabled"));
  fireEvent.click(create());
  expect(await screen.findByText(/A campaign needs a name/)).toBeVisible();
  expect(sent).toEqual([]);
});

it("offers nothing to begin or stop to whom it is not for", async () => {
  allowed.all = new Set(["CAMPAIGNS_VIEW"]);
  open();
  expect(await screen.findByText("No campaigns yet")).toBeVisible();
  expect(screen.queryByRole("button", { name: /^New campaign/ })).toBeNull();
  expect(screen.queryByRole("button", { name: "Stop all sending" })).toBeNull();
});
