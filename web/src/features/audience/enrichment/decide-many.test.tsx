import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { MemoryRouter, useLocation } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import type { Selection } from "@/components/data-table/use-selection.ts";
import { Toasts } from "@/components/toast.tsx";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { DecideMany } from "./decide-many.tsx";

const may = vi.hoisted(() => ({ bulk: true }));
vi.mock("@/features/identity/me/queries.ts", () => ({
  useMay: (permission: string) => permission !== "RECORDS_BULK" || may.bulk,
}));
const execute = vi.hoisted(() => vi.fn<(document: unknown, variables: unknown) => Promise<unknown>>());
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));

let accounts = 0;
const sent: { act: string; variables: unknown }[] = [];
const clear = vi.fn<() => void>();

beforeEach(() => {
  may.bulk = true;
  accounts = 1284;
  sent.length = 0;
  clear.mockReset();
  execute.mockImplementation((document, variables) => {
    const act = /\bindustry\w+(?=\()/.exec(String(document))?.[0] ?? "";
    sent.push({ act, variables });
    return Promise.resolve({ [act]: { bulkId: "b1", accounts, position: 4, userErrors: [] } });
  });
});

const ALL: Selection = {
  ids: new Set(),
  matching: true,
  except: new Set(["left"]),
  count: 1284,
  total: 1285,
  has: () => true,
  toggle: () => {},
  setMany: () => {},
  selectMatching: () => {},
  clear,
};
const picked = (count: number): Selection => ({
  ...ALL,
  ids: new Set(Array.from({ length: count }, (_, index) => `a${index}`)),
  matching: false,
  except: new Set(),
  count,
});

function Where() {
  return <output data-testid="where">{useLocation().pathname}</output>;
}

function show(selection: Selection) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <TooltipProvider>
        <MemoryRouter>
          <Where />
          <Toasts />
          <DecideMany selection={selection} filter={{ industry: "Construction", confidenceAtLeast: 80 }} />
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );
}

it("rejects all that match the filter as one bulk change, and leads to it", async () => {
  show(ALL);
  fireEvent.click(screen.getByRole("button", { name: "Reject" }));
  await waitFor(() => expect(clear).toHaveBeenCalled());
  expect(sent).toMatchObject([
    {
      act: "industrySuggestionsRejectAll",
      variables: { input: { industry: "Construction", confidenceAtLeast: 80, accountIds: null, except: ["left"] } },
    },
  ]);
  expect(await screen.findByText("1,284 suggestions are being rejected")).toBeInTheDocument();
  fireEvent.click(screen.getByRole("button", { name: "Follow it" }));
  await waitFor(() => expect(screen.getByTestId("where")).toHaveTextContent("/bulk/b1"));
});

it("accepts more than are said one by one as a bulk change, too", async () => {
  show(picked(201));
  fireEvent.click(screen.getByRole("button", { name: "Accept" }));
  await waitFor(() => expect(sent.map(({ act }) => act)).toEqual(["industrySuggestionsAcceptAll"]));
  expect(sent[0]?.variables).toMatchObject({
    input: { accountIds: expect.arrayContaining(["a0", "a200"]) as unknown },
  });
});

it("says that the surest come first where one change does not take all", async () => {
  accounts = 10_000;
  show({ ...ALL, count: 12_000 });
  fireEvent.click(screen.getByRole("button", { name: "Accept" }));
  expect(await screen.findByText(/10,000 suggestions are being accepted, the surest first/)).toBeInTheDocument();
});

it("says a few one by one", async () => {
  show(picked(2));
  fireEvent.click(screen.getByRole("button", { name: "Reject" }));
  expect(await screen.findByText("2 suggestions rejected")).toBeInTheDocument();
  expect(sent.map(({ act }) => act)).toEqual(["industrySuggestionReject", "industrySuggestionReject"]);
});

it("is not begun by who may not change records in bulk", () => {
  may.bulk = false;
  show(ALL);
  const reject = screen.getByRole("button", { name: /^Reject/ });
  expect(reject).toHaveAttribute("aria-disabled", "true");
  fireEvent.click(reject);
  expect(sent).toEqual([]);
});
