import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { MemoryRouter, useLocation } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { Toasts } from "@/components/toast.tsx";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { AssignDialog } from "./assign-dialog.tsx";

vi.mock("@/features/identity/me/queries.ts", () => ({ useMay: (permission: string) => permission !== "CLIENTS_VIEW" }));
const execute = vi.hoisted(() => vi.fn<(document: unknown, variables: unknown) => Promise<unknown>>());
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));

const HELD = { kind: "LIST", id: "vans", entity: "CONTACT", name: "Vans", filter: null, fuzzy: false };
const SOURCE = { ...HELD, timeZone: null, who: null, sentence: "", gone: false };

let drafts: { id: string; name: string }[] = [];
const sent: { act: string; variables: unknown }[] = [];

beforeEach(() => {
  drafts = [{ id: "draft", name: "Spring" }];
  sent.length = 0;
  execute.mockImplementation((document, variables) => {
    const asked = String(document);
    const act = /\bcampaign(Create|AudienceDefine)\(/.exec(asked)?.[0].slice(0, -1);
    if (asked.includes("mutation") && act !== undefined) {
      sent.push({ act, variables });
      return Promise.resolve({ [act]: { position: 1, campaign: { id: "made" }, userErrors: [] } });
    }
    if (asked.includes("campaigns(")) {
      const edges = drafts.map((node) => ({ cursor: node.id, node: { ...node, state: "DRAFT", archived: false } }));
      return Promise.resolve({ campaigns: { edges, pageInfo: { hasNextPage: false }, stale: false } });
    }
    if (asked.includes("campaign(")) {
      return Promise.resolve({ campaign: { id: "draft", audience: { include: [SOURCE], exclude: [] } } });
    }
    if (asked.includes("emailBrands")) {
      const emailBrands = [{ id: "brand", name: "Norhavn", archived: false }];
      return Promise.resolve({ senderProfiles: [], emailBrands });
    }
    return new Promise(() => {});
  });
});

function Where() {
  return <output data-testid="where">{useLocation().pathname}</output>;
}

function open(list = "fleet") {
  const onClose = vi.fn<() => void>();
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <TooltipProvider>
        <MemoryRouter initialEntries={["/lists/fleet"]}>
          <Where />
          <Toasts />
          <AssignDialog source={{ list, fuzzy: false }} what="The list Fleet" onClose={onClose} />
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );
  return onClose;
}

async function choose() {
  fireEvent.click(await screen.findByRole("button", { name: /^Campaign/ }));
  fireEvent.click(await screen.findByRole("option", { name: "Spring" }));
  fireEvent.click(screen.getByRole("button", { name: /^Add to its audience/ }));
}

it("adds it to whom a draft is for already, and goes on there", async () => {
  const onClose = open();
  await choose();
  await waitFor(() =>
    expect(sent).toEqual([
      {
        act: "campaignAudienceDefine",
        variables: {
          id: "draft",
          include: [
            { list: "vans", fuzzy: false },
            { list: "fleet", fuzzy: false },
          ],
          exclude: [],
        },
      },
    ]),
  );
  await waitFor(() => expect(screen.getByTestId("where")).toHaveTextContent("/campaigns/draft/edit/audience"));
  expect(onClose).toHaveBeenCalled();
});

it("writes nothing where it stands already", async () => {
  open("vans");
  await choose();
  expect(await screen.findByText("The list Fleet was in the audience of Spring already")).toBeVisible();
  expect(sent).toEqual([]);
});

it("begins a campaign where there is no draft", async () => {
  drafts = [];
  open();
  fireEvent.change(await screen.findByRole("textbox", { name: /^Name/ }), { target: { value: "Autumn" } });
  await waitFor(() =>
    expect(screen.getByRole("button", { name: /^Create campaign/ })).not.toHaveAttribute("aria-disabled"),
  );
  fireEvent.click(screen.getByRole("button", { name: /^Create campaign/ }));
  await waitFor(() =>
    expect(sent).toMatchObject([
      {
        act: "campaignCreate",
        variables: { input: { name: "Autumn", brandId: "brand", include: [{ list: "fleet" }], channel: "EMAIL" } },
      },
    ]),
  );
  await waitFor(() => expect(screen.getByTestId("where")).toHaveTextContent("/campaigns/made/edit/audience"));
});

it("says what is missing", async () => {
  open();
  fireEvent.click(await screen.findByRole("button", { name: /^Add to its audience/ }));
  expect(await screen.findByText("Choose a campaign.")).toBeVisible();
  expect(sent).toEqual([]);
});
