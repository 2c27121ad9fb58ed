import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { MemoryRouter, useLocation } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { Toasts } from "@/components/toast.tsx";
import { TooltipProvider } from "@/components/tooltip.tsx";
import type { Audience } from "../bulk/bulk-draft.ts";
import { contactKind } from "../kinds/contact-kind.ts";
import { AssignSelectionDialog } from "./assign-selection-dialog.tsx";

vi.mock("@/features/identity/me/queries.ts", () => ({ useMay: (permission: string) => permission !== "CLIENTS_VIEW" }));
const execute = vi.hoisted(() => vi.fn<(document: unknown, variables: unknown) => Promise<unknown>>());
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));

const PICKED: Audience = { ids: ["a", "b"], except: [], filter: {} };

/** What the list of members was made with, or is refused for. */
let refused: { code: string; field: string; message: string }[] = [];
/** Whom the draft is for, as it stands. */
let include: { list: string }[] = [];
const sent: { act: string; variables: Record<string, unknown> }[] = [];
const onDone = vi.fn<() => void>();

const source = ({ list }: { list: string }) => ({
  kind: "LIST",
  id: list,
  entity: "CONTACT",
  name: list,
  filter: null,
  fuzzy: false,
  timeZone: null,
  who: null,
  sentence: "",
  gone: false,
});

beforeEach(() => {
  refused = [];
  include = [];
  sent.length = 0;
  onDone.mockReset();
  execute.mockImplementation((document, given) => {
    const asked = String(document);
    const variables = given as Record<string, unknown>;
    const act = /\b(listCreate|listArchive|campaignAudienceDefine|campaignArchive)\(/.exec(asked)?.[1];
    if (asked.includes("mutation") && act !== undefined) {
      sent.push({ act, variables });
      if (act === "campaignAudienceDefine") include = variables["include"] as { list: string }[];
      const change = { id: "kept", asked: 2, changed: 2, unchanged: 0, refused: [], refusedCount: 0, bulkId: null };
      const userErrors = act === "listCreate" ? refused : [];
      return Promise.resolve({ [act]: { position: 1, list: null, change, campaign: { id: "draft" }, userErrors } });
    }
    if (asked.includes("campaigns(")) {
      const edges = [{ cursor: "draft", node: { id: "draft", name: "Spring", state: "DRAFT", archived: false } }];
      return Promise.resolve({ campaigns: { edges, pageInfo: { hasNextPage: false }, stale: false } });
    }
    if (asked.includes("campaign(")) {
      return Promise.resolve({ campaign: { id: "draft", audience: { include: include.map(source), exclude: [] } } });
    }
    if (asked.includes("emailBrands")) return Promise.resolve({ senderProfiles: [], emailBrands: [] });
    return new Promise(() => {});
  });
});

function Where() {
  return <output data-testid="where">{useLocation().pathname}</output>;
}

async function assign(audience = PICKED) {
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <TooltipProvider>
        <MemoryRouter initialEntries={["/contacts"]}>
          <Where />
          <Toasts />
          <AssignSelectionDialog kind={contactKind} audience={audience} count={2} onClose={() => {}} onDone={onDone} />
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );
  fireEvent.click(await screen.findByRole("button", { name: /^Campaign/ }));
  fireEvent.click(await screen.findByRole("option", { name: "Spring" }));
  fireEvent.click(screen.getByRole("button", { name: /^Add to its audience/ }));
}

const LIST = { list: "kept", fuzzy: false };

it("keeps what is picked as a list, and the list becomes a part of the audience", async () => {
  include = [{ list: "vans" }];
  await assign();
  await waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(sent).toMatchObject([
    {
      act: "listCreate",
      variables: {
        input: { entity: "CONTACT", visibility: "GLOBAL", selection: { ids: ["a", "b"] }, expected: null },
      },
    },
    { act: "campaignAudienceDefine", variables: { id: "draft", include: [{ list: "vans" }, LIST], exclude: [] } },
  ]);
  expect(await screen.findByText("2 contacts are in the audience of Spring")).toBeVisible();
  expect(screen.getByTestId("where")).toHaveTextContent("/contacts");
  fireEvent.click(screen.getByRole("button", { name: "Open campaign" }));
  await waitFor(() => expect(screen.getByTestId("where")).toHaveTextContent("/campaigns/draft/edit/audience"));
});

it("is taken back as a whole, and leaves a draft that is for nobody as it was", async () => {
  await assign();
  fireEvent.click(await screen.findByRole("button", { name: /^Undo/ }));
  await waitFor(() => expect(sent.map(({ act }) => act)).toContain("listArchive"));
  expect(sent.slice(1)).toMatchObject([
    { act: "campaignAudienceDefine", variables: { include: [LIST] } },
    { act: "campaignAudienceDefine", variables: { include: [], exclude: [] } },
    { act: "listArchive", variables: { id: "kept" } },
  ]);
});

it("sends all that match as the filter they match", async () => {
  await assign({ ids: null, except: ["c"], filter: { country: ["DE"] } });
  await waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(sent[0]).toMatchObject({
    act: "listCreate",
    variables: { input: { selection: { contacts: { country: ["DE"] }, except: ["c"] }, expected: 2 } },
  });
});

it("says beside its name that another list is called so, and assigns nothing", async () => {
  refused = [{ code: "LIST_NAME_TAKEN", field: "name", message: "Another of your lists is called so." }];
  await assign();
  expect(await screen.findByText("Another of your lists is called so.")).toBeVisible();
  expect(screen.getByRole("textbox", { name: "Kept as the list" })).toHaveAccessibleDescription(/called so/);
  expect(sent.map(({ act }) => act)).toEqual(["listCreate"]);
  expect(onDone).not.toHaveBeenCalled();
});
