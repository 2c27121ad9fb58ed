import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { contactKind } from "../kinds/contact-kind.ts";
import { AddToListDialog } from "./add-to-list-dialog.tsx";

vi.mock("@/features/identity/me/queries.ts", () => ({
  useMe: () => ({ id: "ada", name: "Ada", role: "ADMIN", teams: [] }),
  useMay: () => true,
  useGrants: () => new Map([["SEGMENTS_EDIT", "ALL"]]),
}));
const execute = vi.hoisted(() => vi.fn<(document: unknown, variables: unknown) => Promise<unknown>>());
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));

const list = (over: object) => ({
  id: "l1",
  entity: "CONTACT",
  name: "Berlin",
  tags: [],
  visibility: "PRIVATE",
  teamId: null,
  ownerId: "ada",
  ownerName: "Ada",
  source: "SELECTION",
  reference: {},
  fill: null,
  snapshotAt: null,
  members: 4,
  membersChangedAt: null,
  archived: false,
  createdAt: "2026-11-20T10:00:00Z",
  updatedAt: "2026-11-20T10:00:00Z",
  mayEdit: true,
  mayShare: true,
  ...over,
});
const FROZEN = list({ id: "l2", name: "Berlin then", snapshotAt: "2026-11-20T10:00:00Z" });

let there: object[] = [];
let answer: object = {};
const sent: unknown[] = [];
const onDone = vi.fn<() => void>();

beforeEach(() => {
  sent.length = 0;
  onDone.mockReset();
  there = [list({}), FROZEN];
  execute.mockImplementation((document, variables) => {
    const text = String(document);
    if (text.includes("query Lists(")) {
      return Promise.resolve({
        lists: { edges: there.map((node, index) => ({ cursor: String(index), node })), pageInfo: {}, stale: false },
      });
    }
    sent.push((variables as { input: unknown }).input);
    const field = /list(Add|Create|Undo)\b/.exec(text)?.[0] ?? "";
    return Promise.resolve({ [field]: { position: 7, userErrors: [], ...answer } });
  });
});

function show() {
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <TooltipProvider>
        <MemoryRouter>
          <AddToListDialog
            kind={contactKind}
            audience={{ ids: ["a", "b", "c"], except: [], filter: {} }}
            count={3}
            onClose={() => {}}
            onDone={onDone}
          />
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );
}

async function chooseBerlin() {
  fireEvent.click(await screen.findByRole("button", { name: /^List/ }));
  fireEvent.click(await screen.findByRole("option", { name: "Berlin (4 contacts)" }));
}

describe("adding a selection to a list", () => {
  it("keeps in sight what came in, what was there already and what was refused, and takes it back", async () => {
    answer = {
      list: list({ members: 5 }),
      change: {
        id: "c1",
        asked: 3,
        changed: 1,
        unchanged: 1,
        refusedCount: 1,
        refused: [{ entry: "c", code: "ERASED", message: "This person was erased." }],
        bulkId: null,
      },
    };
    show();
    await chooseBerlin();
    fireEvent.click(screen.getByRole("button", { name: /Add 3 contacts/ }));
    expect(await screen.findByText("1 contact added to “Berlin”")).toBeInTheDocument();
    expect(screen.getByText(/1 contact was in it already, 1 entry was refused/)).toBeInTheDocument();
    expect(screen.getByText(/This person was erased/)).toBeInTheDocument();
    expect(sent[0]).toMatchObject({ id: "l1", selection: { entity: "CONTACT", ids: ["a", "b", "c"] }, expected: null });
    expect(onDone).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(sent[1]).toEqual({ id: "l1", change: "c1" });
  });

  it("does not offer a frozen copy, and asks for a list before it sends anything", async () => {
    show();
    fireEvent.click(await screen.findByRole("button", { name: /^List/ }));
    expect(await screen.findByRole("option", { name: /Berlin \(/ })).toBeInTheDocument();
    expect(screen.queryByRole("option", { name: /Berlin then/ })).toBeNull();
    fireEvent.keyDown(screen.getByPlaceholderText("Type to find"), { key: "Escape" });
    fireEvent.click(screen.getByRole("button", { name: /Add 3 contacts/ }));
    expect(await screen.findByText("Choose a list.")).toBeInTheDocument();
    expect(sent).toEqual([]);
  });

  it("makes a new list where there is none, and says beside the name that it is taken", async () => {
    there = [];
    answer = {
      list: null,
      change: null,
      userErrors: [{ code: "LIST_NAME_TAKEN", field: "name", message: "Another of your lists is called so." }],
    };
    show();
    fireEvent.change(await screen.findByRole("textbox", { name: "Name" }), { target: { value: " Berlin " } });
    fireEvent.click(screen.getByRole("button", { name: /Add 3 contacts/ }));
    expect(await screen.findByText("Another of your lists is called so.")).toBeInTheDocument();
    expect(screen.getByRole("textbox", { name: "Name" })).toHaveAccessibleDescription(
      "Another of your lists is called so.",
    );
    expect(sent[0]).toMatchObject({ entity: "CONTACT", name: "Berlin", visibility: "PRIVATE", teamId: null });
    expect(screen.queryByText(/Not saved/)).toBeNull();
  });
});
