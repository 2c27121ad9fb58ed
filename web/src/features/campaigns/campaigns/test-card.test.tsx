import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { Toasts } from "@/components/toast.tsx";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { DRAFT, ID, LEDGER, RUNNING } from "./fixture.ts";
import type { Campaign } from "./queries.ts";
import { TestCard } from "./test-card.tsx";
import type { TestResult } from "./test-queries.ts";
import { WinnerDialog } from "./winner-dialog.tsx";

const may = vi.hoisted(() => ({ launch: true }));
vi.mock("@/features/identity/me/queries.ts", () => ({ useMay: () => may.launch }));
const execute = vi.hoisted(() => vi.fn<(document: unknown, variables: unknown) => Promise<unknown>>());
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));

const TEST = { metric: "CLICKED" as const, sharePercent: 20, minutes: 240, automatic: true, otherwiseWait: true };
const CONTENT = DRAFT.content as NonNullable<Campaign["content"]>;
const CAMPAIGN: Campaign = {
  ...RUNNING,
  content: {
    ...CONTENT,
    test: TEST,
    variants: CONTENT.variants.flatMap((one) => ["A", "B"].map((key) => ({ ...one, key, subject: `Subject ${key}` }))),
  },
};

const none = { lowPercent: 0, highPercent: 0, p: null };
const UNDECIDED: TestResult = {
  metric: "CLICKED",
  endsAt: "2026-11-23T15:00:00Z",
  winner: null,
  variants: [
    { ...none, key: "A", reached: 200, successes: 10, percent: 5, lowPercent: 2.7, highPercent: 9 },
    { ...none, key: "B", reached: 0, successes: 0, percent: 0 },
  ],
  beingJudged: 3,
  minimum: 100,
  enough: false,
  test: "two-proportion z-test with Holm's correction",
  words: "The test is not over. Differences before its end may be chance.",
};

let result: TestResult | null = UNDECIDED;
const sent: unknown[] = [];

beforeEach(() => {
  may.launch = true;
  result = UNDECIDED;
  sent.length = 0;
  execute.mockImplementation((document, variables) => {
    const asked = String(document);
    if (asked.includes("campaignWinnerChoose(")) {
      sent.push(variables);
      return Promise.resolve({ campaignWinnerChoose: { position: 1, campaign: { id: ID }, userErrors: [] } });
    }
    if (asked.includes("campaignTest(")) return Promise.resolve({ campaignTest: result });
    return new Promise(() => {});
  });
});

function show(campaign = CAMPAIGN, choosing = false) {
  const onChoose = vi.fn<() => void>();
  const onClose = vi.fn<() => void>();
  const ledger = { ...LEDGER, reasons: [] };
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <TooltipProvider>
        <MemoryRouter>
          {choosing ? (
            <WinnerDialog campaign={campaign} ledger={ledger} onClose={onClose} />
          ) : (
            <TestCard campaign={campaign} onChoose={onChoose} />
          )}
          <Toasts />
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );
  return { onChoose, onClose };
}

it("says what is known of each variant, by which test, and that nothing is decided", async () => {
  const { onChoose } = show();
  const table = within(await screen.findByRole("table", { name: "Test of variants" }));
  const [first, second] = table.getAllByRole("row").slice(1);
  expect(first).toHaveTextContent(/^A Subject A\s*200105\s?%2[.,]7\s?% to 9\s?%—$/);
  expect(second).toHaveTextContent("Reached nobody yet");
  expect(screen.getByText(/Differences before its end may be chance/)).toBeVisible();
  expect(screen.getByText(/two-proportion z-test with Holm's correction, at 95%/)).toBeVisible();
  expect(screen.getByText(/has to reach 100 people/)).toBeVisible();
  expect(screen.getByText(/3 opens and clicks are being judged/)).toBeVisible();
  expect(screen.getByText(/Without a clear winner the rest waits/)).toBeVisible();
  fireEvent.click(screen.getByRole("button", { name: "Choose the winner" }));
  expect(onChoose).toHaveBeenCalled();
});

it("names the winner and offers no choice any more", async () => {
  result = { ...UNDECIDED, winner: "B", variants: UNDECIDED.variants.map((one) => ({ ...one, p: 0.0004 })) };
  show();
  const table = within(await screen.findByRole("table", { name: "Test of variants" }));
  expect(within(table.getByRole("row", { name: /^B/ })).getByText("Winner")).toBeVisible();
  expect(table.getAllByText("< 0.001")).toHaveLength(2);
  expect(screen.getByText("Variant B is the winner: whoever waited gets it.")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Choose the winner" })).toBeNull();
});

it("offers the choice to nobody else", async () => {
  may.launch = false;
  show();
  await screen.findByTestId("test-result");
  expect(screen.queryByRole("button", { name: "Choose the winner" })).toBeNull();
});

it("sends the chosen one to the rest, once one is chosen", async () => {
  const { onClose } = show(CAMPAIGN, true);
  const dialog = within(await screen.findByRole("dialog", { name: "Choose the winner?" }));
  fireEvent.click(await dialog.findByRole("radio", { name: "Variant B" }));
  expect(dialog.getByText(/may be chance\. Your choice is kept/)).toBeVisible();
  fireEvent.click(dialog.getByRole("button", { name: /^Send B to the rest/ }));
  await waitFor(() => expect(sent).toEqual([{ id: ID, variant: "B" }]));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
});

it("says that somebody was faster", async () => {
  result = { ...UNDECIDED, winner: "A" };
  show(CAMPAIGN, true);
  const dialog = within(await screen.findByRole("dialog", { name: "Choose the winner?" }));
  fireEvent.click(await dialog.findByRole("radio", { name: "Variant B" }));
  expect(dialog.getByRole("button", { name: /^Send B/ })).toHaveAttribute("aria-disabled", "true");
});
