import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { RefusedError } from "@/lib/api-error.ts";
import { installShortcuts } from "@/lib/keys.ts";
import type { DomainSet, DomainSetItem } from "./queries.ts";
import { reviewQuery } from "./queries.ts";
import { Review } from "./review.tsx";
import { useJudging } from "./use-judging.tsx";

const phone = vi.hoisted(() => ({ it: false }));
vi.mock("@/lib/use-media.ts", () => ({ useIsPhone: () => phone.it, useMedia: () => phone.it }));
const judgeItem = vi.hoisted(() => vi.fn<(input: unknown) => Promise<void>>());
const retractWord = vi.hoisted(() => vi.fn<(input: unknown) => Promise<void>>());
const refreshDomainSets = vi.hoisted(() => vi.fn<() => Promise<void>>());
vi.mock("./mutations.ts", () => ({ judgeItem, retractWord, refreshDomainSets }));
const toasts = vi.hoisted(() => ({ toastDone: vi.fn(), toastFailed: vi.fn() }));
vi.mock("@/components/toast.tsx", () => toasts);

const SET = { id: "s1", state: "READY", archived: false } as DomainSet;
const item = (number: number, domain: string, account: string): DomainSetItem => ({
  number,
  domain,
  accountName: null,
  notes: null,
  given: null,
  repaired: false,
  resembles: null,
  status: "FUZZY",
  accountId: `a${number}`,
  account,
  accountDomain: null,
  accountStatus: "active",
  via: "FUZZY",
  confidence: 0.9,
  likeness: "domain",
  judgedAt: null,
  contacts: 0,
});
const ITEMS = [item(2, "nordwerks.de", "Nordwerk"), item(5, "acmee.com", "Acme"), item(9, "lindee.de", "Linde")];

function Page({ mayEdit }: { mayEdit: boolean }) {
  const judging = useJudging("s1");
  return (
    <>
      <Review set={SET} judging={judging} mayEdit={mayEdit} onOthers={() => {}} />
      {judging.dialog}
    </>
  );
}

function show(items: DomainSetItem[], mayEdit = true) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  client.setQueryData(reviewQuery("s1").queryKey, {
    pages: [
      {
        edges: items.map((node) => ({ cursor: String(node.number), node })),
        stale: false,
        pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
      },
    ],
    pageParams: [null],
  });
  render(
    <QueryClientProvider client={client}>
      <TooltipProvider>
        <MemoryRouter>
          <Page mayEdit={mayEdit} />
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );
}

const asked = (domain: string, account: string) => screen.findByRole("region", { name: `Is ${domain} ${account}?` });
const press = (key: string) => fireEvent.keyDown(document.body, { key });

beforeEach(() => {
  phone.it = false;
  judgeItem.mockReset();
  // The lists are never read anew here: what was said stays on its way.
  judgeItem.mockImplementation(() => new Promise(() => {}));
  retractWord.mockReset();
  refreshDomainSets.mockReset().mockResolvedValue();
  Object.values(toasts).forEach((toast) => toast.mockReset());
  return installShortcuts();
});

it("is walked and decided by keys, and the next one opens by itself", async () => {
  show(ITEMS);
  await asked("nordwerks.de", "Nordwerk");
  press("j");
  await asked("acmee.com", "Acme");
  press("a");
  await asked("lindee.de", "Linde");
  expect(judgeItem).toHaveBeenLastCalledWith({ id: "s1", item: 5, verdict: "CONFIRMED", accountId: "a5" });
  press("k");
  await asked("nordwerks.de", "Nordwerk");
  press("r");
  await asked("lindee.de", "Linde");
  expect(judgeItem).toHaveBeenLastCalledWith({ id: "s1", item: 2, verdict: "REJECTED", accountId: "a2" });
  press("a");
  expect(await screen.findByText("Nothing to review")).toBeInTheDocument();
});

it("brings back what was not taken, and says so", async () => {
  judgeItem.mockImplementation(() =>
    Promise.reject(new RefusedError([{ code: "X", field: null, message: "It is archived." }])),
  );
  show(ITEMS);
  await asked("nordwerks.de", "Nordwerk");
  press("a");
  await waitFor(() =>
    expect(toasts.toastFailed).toHaveBeenCalledWith("nordwerks.de is left as it was. It is archived."),
  );
  const list = within(screen.getByRole("list", { name: "Domains to review" }));
  expect(await list.findByText("nordwerks.de")).toBeInTheDocument();
});

it("asks for another account", async () => {
  show(ITEMS);
  await asked("nordwerks.de", "Nordwerk");
  press("o");
  expect(await screen.findByRole("dialog", { name: "Which account is nordwerks.de?" })).toBeInTheDocument();
});

it("lets what was said be changed", async () => {
  judgeItem.mockResolvedValue();
  show(ITEMS);
  await asked("nordwerks.de", "Nordwerk");
  press("a");
  await waitFor(() => expect(toasts.toastDone).toHaveBeenCalledOnce());
  const [words, , link] = toasts.toastDone.mock.calls[0] as [string, unknown, { open: () => void }];
  expect(words).toBe("nordwerks.de is Nordwerk");
  act(() => link.open());
  expect(await screen.findByRole("dialog", { name: "Which account is nordwerks.de?" })).toBeInTheDocument();
});

it("takes back what was said", async () => {
  judgeItem.mockResolvedValue();
  retractWord.mockResolvedValue();
  show(ITEMS);
  await asked("nordwerks.de", "Nordwerk");
  press("r");
  await waitFor(() => expect(toasts.toastDone).toHaveBeenCalledOnce());
  const [words, undo] = toasts.toastDone.mock.calls[0] as [string, () => Promise<void>];
  expect(words).toBe("nordwerks.de is not Nordwerk");
  refreshDomainSets.mockClear();
  await act(undo);
  expect(retractWord).toHaveBeenCalledWith({ id: "s1", item: 2, accountId: "a2" });
  expect(refreshDomainSets).toHaveBeenCalledOnce();
});

it("only shows to whom may not decide", async () => {
  show(ITEMS, false);
  await asked("nordwerks.de", "Nordwerk");
  press("a");
  expect(judgeItem).not.toHaveBeenCalled();
  expect(screen.queryByRole("button", { name: /Confirm/ })).toBeNull();
});

it("is a list on a phone, then one with the way back", async () => {
  phone.it = true;
  show(ITEMS);
  expect(screen.queryByRole("region")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: /acmee/ }));
  await asked("acmee.com", "Acme");
  fireEvent.click(screen.getByRole("button", { name: "All to review" }));
  expect(screen.getByRole("list", { name: "Domains to review" })).toBeInTheDocument();
});
