import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { TooltipProvider } from "@/components/tooltip.tsx";
import DuplicatesPage from "./duplicates-page.tsx";
import { type Pair, queueQuery, standingQuery } from "./queries.ts";

const phone = vi.hoisted(() => ({ it: true }));
vi.mock("@/lib/use-media.ts", () => ({ useIsPhone: () => phone.it, useMedia: () => phone.it }));
vi.mock("@/features/identity/me/queries.ts", () => ({ useMay: () => true }));
const execute = vi.hoisted(() => vi.fn<(document: unknown) => Promise<unknown>>());
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));
vi.mock("./compare.tsx", () => ({
  Compare: ({ pair }: { pair: Pair }) => <p>Side by side: {pair.names.join(", ")}</p>,
}));

const pair = (id: string, one: string, other: string): Pair => ({
  id,
  a: `${id}a`,
  b: `${id}b`,
  score: 0.99,
  class: "DUPLICATE",
  reasons: ["same phone"],
  dismissedAt: null,
  names: [one, other],
});

const shown = (client: QueryClient) =>
  render(
    <QueryClientProvider client={client}>
      <TooltipProvider>
        <MemoryRouter>
          <DuplicatesPage entity="CONTACT" />
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );

function show(pairs: Pair[], lookedAt: string | null = "2026-11-22T12:00:00Z") {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  client.setQueryData(standingQuery("CONTACT").queryKey, {
    exact: 0,
    duplicate: pairs.length,
    review: 0,
    dismissed: 0,
    lookedAt,
    lookedRecords: 9,
    jobId: null,
  });
  const filter = { dismissed: false, class: null, q: null, recordId: null };
  client.setQueryData(queueQuery("CONTACT", filter, lookedAt).queryKey, {
    pages: [{ pairs, edges: [], stale: false, pageInfo: { hasNextPage: false, endCursor: null } }],
    pageParams: [null],
  });
  shown(client);
}

const PAIRS = [pair("1", "Ada", "Ada L."), pair("2", "Grace", "Grace H.")];

describe("duplicates", () => {
  beforeEach(() => {
    phone.it = true;
  });

  it("follows a look that was asked for before the page was read", async () => {
    const readings: string[] = [];
    execute.mockImplementation((document) => {
      const asked = String(document);
      if (asked.includes("duplicatesFind")) {
        return Promise.resolve({ duplicatesFind: { jobId: "look", userErrors: [] } });
      }
      if (asked.includes("duplicateStanding")) readings.push(asked);
      // None is answered while the test goes on.
      return new Promise(() => {});
    });
    const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    shown(client);
    expect(readings).toHaveLength(1);
    fireEvent.click(screen.getByRole("button", { name: "Find duplicates" }));
    await waitFor(() => expect(readings).toHaveLength(2));
  });

  it("are a list on a phone, then one pair with the way back", () => {
    show(PAIRS);
    expect(screen.queryByText(/Side by side/)).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: /Grace/ }));
    expect(screen.getByText("Side by side: Grace, Grace H.")).toBeInTheDocument();
    expect(screen.getByText("2 of 2")).toBeInTheDocument();
    expect(screen.queryByRole("list", { name: "Pairs" })).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "All pairs" }));
    expect(screen.getByRole("list", { name: "Pairs" })).toBeInTheDocument();
    expect(screen.queryByText(/Side by side/)).toBeNull();
  });

  it("stand beside their list where there is room", () => {
    phone.it = false;
    show(PAIRS);
    expect(screen.getByRole("list", { name: "Pairs" })).toBeInTheDocument();
    expect(screen.getByText("Side by side: Ada, Ada L.")).toBeInTheDocument();
  });

  it("say what they are where nobody looked yet, and offer to look", () => {
    show([], null);
    expect(screen.getByText(/Two contacts that are likely one stand here as a pair/)).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Look for duplicates" })).toHaveClass("btn-primary");
  });
});
