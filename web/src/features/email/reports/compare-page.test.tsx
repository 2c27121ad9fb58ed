import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { TooltipProvider } from "@/components/tooltip.tsx";
import ComparePage from "./compare-page.tsx";
import { NOTHING } from "./fixture.ts";

const execute = vi.hoisted(() => vi.fn<(document: unknown, variables: unknown) => Promise<unknown>>());
const download = vi.hoisted(() => vi.fn<(path: string, name: string) => Promise<void>>(() => Promise.resolve()));
vi.mock("@/lib/download.ts", () => ({ download }));
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));
vi.mock("@/lib/subscribe.ts", () => ({ subscribe: () => () => {} }));

const NAMES: Record<string, string> = { a: "Spring", b: "Autumn", c: "Winter" };
const ledger = { audience: 20, excluded: 5, failed: 0, unknown: 0, pending: 0 };
const total = { ...NOTHING, sent: 10, delivered: 8, reached: 8, opened: 4, machineOpened: 3, clicked: 1 };
const asked: unknown[] = [];

beforeEach(() => {
  asked.length = 0;
  execute.mockImplementation((document, variables) => {
    const text = String(document);
    if (text.includes("emailReports(")) {
      const { ids } = variables as { ids: string[] };
      asked.push(ids);
      const emailReports = ids
        .filter((id) => id in NAMES)
        .map((campaignId) => ({ campaignId, name: NAMES[campaignId], launchedAt: null, ledger, total }));
      return Promise.resolve({ emailReports });
    }
    if (text.includes("campaigns(")) {
      const edges = Object.entries(NAMES).map(([id, name]) => ({ cursor: id, node: { id, name } }));
      return Promise.resolve({ campaigns: { edges, pageInfo: { hasNextPage: false }, stale: false } });
    }
    if (text.includes("campaign(")) {
      const { id } = variables as { id: string };
      return Promise.resolve({ campaign: id in NAMES ? { id, name: NAMES[id], state: "COMPLETED" } : null });
    }
    return new Promise(() => {});
  });
});

function open(search = "") {
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <TooltipProvider>
        <MemoryRouter initialEntries={[`/campaigns/compare${search}`]}>
          <ComparePage />
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );
}

it("puts the same figures beside one another, each leading to whom it counts", async () => {
  open("?ids=a,b");
  const table = within(await screen.findByRole("table", { name: "Campaigns compared" }));
  expect(table.getByRole("link", { name: "Spring" })).toHaveAttribute("href", "/campaigns/a?tab=results");
  const opened = within(table.getByRole("row", { name: /^Opened of delivered/ }));
  const [first, second] = opened.getAllByRole("cell");
  expect(first).toHaveTextContent(/^4 50\s?%$/);
  expect(within(second as HTMLElement).getByRole("link", { name: "4" })).toHaveAttribute(
    "href",
    "/campaigns/b?tab=recipients&response=OPENED",
  );
  expect(table.getByRole("row", { name: /^Excluded/ })).toHaveTextContent(/5 25\s?%/);
  expect(table.getByRole("row", { name: /^Opened by programs/ })).toHaveTextContent(/programs\s*33$/);
  expect(table.getByRole("row", { name: /^Clicked of opened/ })).toHaveTextContent(/25\s?%/);
});

it("asks for one more where there is one, and adds the one that is chosen", async () => {
  open("?ids=a");
  expect(await screen.findByText("Choose one more campaign at least, to hold against it.")).toBeVisible();
  expect(asked).toEqual([]);
  fireEvent.click(await screen.findByRole("button", { name: /^Campaigns/ }));
  fireEvent.click(await screen.findByRole("option", { name: "Winter" }));
  await waitFor(() => expect(asked.at(-1)).toEqual(["a", "c"]));
  expect(await screen.findByRole("table", { name: "Campaigns compared" })).toBeVisible();
});

it("compares each once and no more than five, and says who is missing", async () => {
  open("?ids=a,a,b,gone,c,d,e,f");
  await waitFor(() => expect(asked.at(-1)).toEqual(["a", "b", "gone", "c", "d"]));
  expect(await screen.findByText(/2 of them are not there/)).toBeVisible();
});

it("takes out what it shows", async () => {
  open("?ids=a,b");
  fireEvent.click(await screen.findByRole("button", { name: "Export CSV" }));
  await waitFor(() =>
    expect(download).toHaveBeenCalledWith(
      "/api/v1/reports/email/compare/file?campaigns=a%2Cb&format=csv",
      "campaigns-compared.csv",
    ),
  );
});
