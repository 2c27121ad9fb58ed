import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { createQueryClient } from "@/lib/query-client.ts";
import { ConsentCard } from "./consent-card.tsx";

const grants = vi.hoisted(() => new Set<string>());
vi.mock("@/features/identity/me/queries.ts", () => ({ useMay: (permission: string) => grants.has(permission) }));

const asked: { query: string; variables: { input?: Record<string, unknown> } }[] = [];

const statement = {
  id: "s1",
  contactId: "c1",
  personId: "c1",
  contactLabel: "Ada Lovelace",
  contactEmail: "ada@example.com",
  accountName: null,
  country: "DE",
  channel: "EMAIL",
  standing: "CONSENT",
  standingLabel: "Consent",
  state: "COUNTS",
  givenAt: "2026-03-03T10:00:00Z",
  origin: "Web form",
  wording: "Yes, mail me",
  reference: null,
  url: null,
  ip: null,
  note: null,
  fileName: null,
  fileSize: null,
  recordedAt: "2026-03-03T10:00:00Z",
  recordedBy: "Maren Lindqvist",
  takenBackAt: null,
  takenBackBy: null,
  takenBackWhy: null,
  erased: false,
};

const channel = (of: object) => ({ permits: true, statementId: null, countryName: null, ...of });

function answer(query: string): object {
  if (query.includes("mutation ConsentRecord")) {
    return { consentRecord: { statementIds: ["s2"], position: 9, userErrors: [] } };
  }
  if (query.includes("mutation ConsentWithdraw")) {
    return { consentWithdraw: { suppressed: 1, position: 9, userErrors: [] } };
  }
  return {
    contactConsent: {
      channels: [
        channel({
          channel: "EMAIL",
          standing: "CONSENT",
          standingLabel: "Consent",
          why: "STATEMENT",
          statementId: "s1",
        }),
        channel({
          channel: "PHONE",
          standing: "NONE",
          standingLabel: "No basis",
          why: "COUNTRY",
          countryName: "Germany",
        }),
      ],
      statements: [statement],
    },
  };
}

beforeEach(() => {
  asked.length = 0;
  grants.clear();
  for (const permission of ["CONSENTS_VIEW", "CONSENTS_RECORD"]) grants.add(permission);
  vi.stubGlobal(
    "fetch",
    vi.fn<typeof fetch>(async (_, init) => {
      const body = JSON.parse(String(init?.body)) as (typeof asked)[number];
      asked.push(body);
      return new Response(JSON.stringify({ data: answer(body.query) }));
    }),
  );
});

function start() {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <TooltipProvider>
        <MemoryRouter>
          <ConsentCard contactId="c1" name="Ada Lovelace" />
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

const sent = (name: string) => asked.find(({ query }) => query.includes(name))?.variables.input;

it("says how it stands by channel, and what says so", async () => {
  start();
  const card = await screen.findByTestId("consent-card");
  expect(within(card).getByText("No basis")).toBeInTheDocument();
  expect(within(card).getByText("By the rule for Germany")).toBeInTheDocument();
  expect(within(card).getByRole("button", { name: "Consent, email" })).toBeInTheDocument();
});

it("records only what can be proven", async () => {
  const user = start();
  await user.click(await screen.findByRole("button", { name: "Record" }));
  const dialog = await screen.findByRole("dialog", { name: "Record consent" });
  // Asked for each time: a button that says why it cannot be pressed is another one.
  const save = () => within(dialog).getByRole("button", { name: /^Record/ });
  await user.type(within(dialog).getByRole("textbox", { name: /^Source/ }), "Trade show");
  expect(save()).toHaveAttribute("aria-disabled", "true");
  await user.type(within(dialog).getByRole("textbox", { name: /^Reference/ }), "Card 17");
  await user.click(within(dialog).getByRole("radio", { name: /^Email and calls/ }));
  await user.click(save());
  await waitFor(() =>
    expect(sent("mutation ConsentRecord")).toMatchObject({
      contactId: "c1",
      channels: ["EMAIL", "PHONE"],
      basis: "CONSENT",
      at: null,
      origin: "Trade show",
      reference: "Card 17",
    }),
  );
});

it("takes down that they said no", async () => {
  const user = start();
  await user.click(await screen.findByRole("button", { name: "Withdraw" }));
  const dialog = await screen.findByRole("dialog", { name: "Withdraw consent" });
  await user.type(within(dialog).getByRole("textbox", { name: /^How they said it/ }), "reply to a mail");
  await user.click(within(dialog).getByRole("button", { name: /^Withdraw/ }));
  await waitFor(() =>
    expect(sent("mutation ConsentWithdraw")).toMatchObject({ channels: ["EMAIL"], origin: "reply to a mail" }),
  );
});

it("shows nothing to whom it is not for, and offers nothing to who may only look", async () => {
  grants.delete("CONSENTS_RECORD");
  start();
  await screen.findByTestId("consent-card");
  expect(screen.queryByRole("button", { name: "Record" })).toBeNull();
});

it("is not there without the permission", () => {
  grants.clear();
  start();
  expect(screen.queryByTestId("consent-card")).toBeNull();
  expect(asked).toEqual([]);
});
