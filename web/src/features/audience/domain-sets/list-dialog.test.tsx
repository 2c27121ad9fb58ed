import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { Toasts } from "@/components/toast.tsx";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { ListDialog } from "./list-dialog.tsx";
import type { DomainSet } from "./queries.ts";

vi.mock("@/features/identity/me/queries.ts", () => ({
  useMe: () => ({ id: "ada", role: "ADMIN", teams: [] }),
  useGrants: () => new Map([["SEGMENTS_EDIT", "ALL"]]),
  useMay: () => true,
}));
const execute = vi.hoisted(() => vi.fn<(document: unknown, variables: unknown) => Promise<unknown>>());
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));

const SET = { id: "01930000-0000-7000-8000-000000000000", name: "Targets" } as DomainSet;
const sent: unknown[] = [];

beforeEach(() => {
  sent.length = 0;
  const change = { id: "c", asked: 0, changed: null, unchanged: null, refused: [], refusedCount: 0, bulkId: "b" };
  execute.mockImplementation((document, variables) => {
    const asked = String(document);
    if (asked.includes("domainSetContacts")) return Promise.resolve({ domainSetContacts: { totalCount: 7 } });
    if (asked.includes("report")) return Promise.resolve({ domainSet: { report: { accounts: 3 }, contactCount: 9 } });
    if (!asked.includes("domainSetConvertToList")) return new Promise(() => {});
    sent.push((variables as { input: unknown }).input);
    return Promise.resolve({ domainSetConvertToList: { position: 1, list: null, change, userErrors: [] } });
  });
});

function open(search: string) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <TooltipProvider>
        <MemoryRouter initialEntries={[`/domain-sets/${SET.id}${search}`]}>
          <Toasts />
          <ListDialog set={SET} onClose={() => {}} />
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );
}

const press = () => fireEvent.click(screen.getByRole("button", { name: /^Make list/ }));

it("makes a list of the accounts that were found", async () => {
  open("");
  expect(await screen.findByRole("radio", { name: "3 accounts" })).toBeChecked();
  press();
  expect(await screen.findByText("“Targets” is being filled")).toBeVisible();
  expect(sent).toEqual([
    expect.objectContaining({ id: SET.id, entity: "ACCOUNT", contacts: null, expected: 3, name: "Targets" }),
  ]);
});

it("makes a list of the people as the tab shows them", async () => {
  open("?tab=people&title=vp&email=1");
  expect(await screen.findByRole("radio", { name: /7 contacts/ })).toBeChecked();
  expect(screen.getByText("Those that the people are narrowed to")).toBeVisible();
  press();
  expect(await screen.findByText("“Targets” is being filled")).toBeVisible();
  const contacts = { title: "vp", seniority: [], department: [], withEmail: true, fuzzy: false };
  expect(sent).toEqual([expect.objectContaining({ entity: "CONTACT", contacts, expected: 7 })]);
});
