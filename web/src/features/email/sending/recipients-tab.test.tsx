import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { TooltipProvider } from "@/components/tooltip.tsx";
import type { Recipient } from "./queries.ts";
import RecipientsTab from "./recipients-tab.tsx";

vi.mock("@/features/identity/me/queries.ts", () => ({
  useMe: () => ({ id: "ada", role: "CAMPAIGN_MANAGER", teams: [] }),
  useMay: () => true,
}));
const execute = vi.hoisted(() => vi.fn<(document: unknown, variables: unknown) => Promise<unknown>>());
const download = vi.hoisted(() => vi.fn<(path: string, name: string) => Promise<void>>(() => Promise.resolve()));
vi.mock("@/lib/download.ts", () => ({ download }));
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));

const GONE: Recipient = {
  contactId: "gone",
  contact: {
    id: "gone",
    fullName: "Ada Vester",
    email: "ada@norhavn.example",
    erased: false,
    archived: false,
    jobTitle: "Buyer",
    accountId: null,
    accountName: "Norhavn",
  },
  accountId: null,
  version: 1,
  variant: null,
  state: "EXCLUDED",
  reason: "suppressed",
  reasonLabel: "Suppressed",
  suppressionId: "suppression",
  domain: "norhavn.example",
  messageId: null,
  sentAt: null,
  attempts: 0,
  settledBy: "queue",
  at: "2026-11-23T11:00:00Z",
  responses: [],
};
const SENT: Recipient = {
  ...GONE,
  contactId: "sent",
  state: "SENT",
  reason: null,
  reasonLabel: null,
  suppressionId: null,
  messageId: "mail",
  sentAt: "2026-11-23T11:00:00Z",
  settledBy: "send",
  responses: ["ACCEPTED", "DELIVERED", "CLICKED"],
};
const ERASED: Recipient = { ...GONE, contactId: "erased", contact: null, reason: "erased", reasonLabel: "Erased" };

let rows: Recipient[] = [];
/** How many have no outcome yet. */
let pending = 0;
const asked: unknown[] = [];

beforeEach(() => {
  rows = [GONE, ERASED];
  asked.length = 0;
  pending = 0;
  execute.mockImplementation((document, variables) => {
    const text = String(document);
    if (text.includes("emailLedger(")) {
      const reasons = [{ state: "EXCLUDED", reason: "suppressed", label: "Suppressed", count: 1 }];
      const counts = { pending, handingOver: 0, sent: 0, excluded: 2, failed: 0, unknown: 0, balanced: true };
      return Promise.resolve({ emailLedger: { audience: 2, ...counts, reasons, stale: false } });
    }
    if (text.includes("totalCount")) return Promise.resolve({ emailRecipients: { totalCount: rows.length } });
    if (text.includes("emailRecipients(")) {
      asked.push((variables as { filter: unknown }).filter);
      return Promise.resolve({
        emailRecipients: {
          edges: rows.map((node) => ({ cursor: node.contactId, node })),
          pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
          stale: false,
        },
      });
    }
    if (text.includes("emailRecipientSteps(")) {
      const none = { code: null, link: null, linkName: null, byProgram: null };
      const emailRecipientSteps = [
        { ...none, kind: "CLICKED", at: "2026-11-23T12:00:00Z", link: 2, linkName: "Offer", byProgram: false },
        { ...none, kind: "OPENED", at: "2026-11-23T11:01:00Z", byProgram: true },
        { ...none, kind: "DELIVERED", at: "2026-11-23T11:00:10Z" },
      ];
      return Promise.resolve({ emailRecipientSteps });
    }
    if (text.includes("emailRecipient(")) {
      const { contactId } = variables as { contactId: string };
      return Promise.resolve({ emailRecipient: contactId === "sent" ? SENT : GONE });
    }
    return new Promise(() => {});
  });
});

function open(search = "") {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <TooltipProvider>
        <MemoryRouter initialEntries={[`/campaigns/c${search}`]}>
          <RecipientsTab campaignId="c" live={false} variants={["A", "B"]} />
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );
  return client;
}

it("asks for what the address names, and for another outcome when it is chosen", async () => {
  open("?state=EXCLUDED&reason=suppressed&version=2");
  await waitFor(() => expect(asked.at(-1)).toEqual({ states: ["EXCLUDED"], reasons: ["suppressed"], version: 2 }));
  fireEvent.change(screen.getByRole("combobox", { name: "Outcome" }), { target: { value: "SENT" } });
  // The reason was one of those who were left out.
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ states: ["SENT"], reasons: [] }));
  fireEvent.change(screen.getByRole("combobox", { name: "Variant" }), { target: { value: "B" } });
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ variant: "B" }));
});

it("keeps a reason that fits the outcome", async () => {
  open("?reason=suppressed");
  await screen.findByRole("option", { name: "Suppressed" });
  fireEvent.change(screen.getByRole("combobox", { name: "Outcome" }), { target: { value: "EXCLUDED" } });
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ states: ["EXCLUDED"], reasons: ["suppressed"] }));
});

it("shows what became of one beside the list, and leads to the suppression that left them out", async () => {
  open("?open=gone");
  const steps = within(await screen.findByTestId("recipient-steps"));
  expect(steps.getByRole("heading", { name: "Ada Vester" })).toBeVisible();
  expect(steps.getByRole("link", { name: "Suppressed" })).toHaveAttribute("href", "/suppressions/suppression");
  expect(
    within(steps.getByRole("list", { name: "What happened" })).getByText(/found when the audience was taken/),
  ).toBeVisible();
});

it("shows what came of the email of one of them, the latest first", async () => {
  rows = [SENT];
  open("?open=sent");
  const happened = within(await screen.findByRole("list", { name: "What happened" }));
  await waitFor(() => expect(happened.getByText("Delivered")).toBeVisible());
  expect(happened.getAllByRole("listitem").map((item) => item.querySelector(".med")?.textContent)).toEqual([
    "Clicked",
    "Opened by a program",
    "Delivered",
    "Handed over",
    "Taken into audience version 1",
  ]);
  expect(happened.getByText("Offer")).toBeVisible();
});

it("finds whose email came to something, and takes out as many", async () => {
  rows = [SENT];
  open("?response=CLICKED&variant=B");
  await waitFor(() => expect(asked.at(-1)).toEqual({ states: [], reasons: [], variant: "B", response: "CLICKED" }));
  fireEvent.click(await screen.findByRole("button", { name: "Export Excel" }));
  await waitFor(() =>
    expect(download).toHaveBeenCalledWith(
      "/api/v1/campaigns/c/recipients/file?format=xlsx&variant=B&response=clicked",
      "campaign-recipients.xlsx",
    ),
  );
});

it("says that nobody is like that, with the way back", async () => {
  rows = [];
  open("?state=FAILED");
  expect(await screen.findByText("Nobody like this")).toBeVisible();
  fireEvent.click(screen.getByRole("button", { name: "Show everybody" }));
  await waitFor(() => expect(asked.at(-1)).toEqual({ states: [], reasons: [] }));
});

it("looks once more when the last ones have an outcome, though it is not being sent", async () => {
  pending = 1;
  const client = open();
  await waitFor(() => expect(asked).not.toHaveLength(0));
  await waitFor(() => expect(client.getQueryData(["email-sending", "ledger", "c"])).toMatchObject({ pending: 1 }));
  const looks = asked.length;
  pending = 0;
  await client.refetchQueries({ queryKey: ["email-sending", "ledger"] });
  await waitFor(() => expect(asked.length).toBeGreaterThan(looks));
});

it("leads to no page of somebody who was erased", async () => {
  const usual = execute.getMockImplementation();
  execute.mockImplementation((document, variables) =>
    String(document).includes("emailRecipient(")
      ? Promise.resolve({ emailRecipient: ERASED })
      : (usual?.(document, variables) ?? new Promise(() => {})),
  );
  open("?open=erased");
  await screen.findByTestId("recipient-steps");
  expect(screen.queryByRole("button", { name: "Open page" })).toBeNull();
  expect(screen.getByRole("button", { name: "Copy link" })).toBeVisible();
});
