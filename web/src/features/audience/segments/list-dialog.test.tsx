import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { Toasts } from "@/components/toast.tsx";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { ListDialog } from "./list-dialog.tsx";
import type { Segment } from "./queries.ts";

vi.mock("@/features/identity/me/queries.ts", () => ({
  useMe: () => ({ id: "ada", role: "ADMIN", teams: [] }),
  useGrants: () => new Map([["SEGMENTS_EDIT", "ALL"]]),
  useMay: () => true,
}));
const execute = vi.hoisted(() => vi.fn<(document: unknown, variables: unknown) => Promise<unknown>>());
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));

const SEGMENT = {
  id: "01930000-0000-7000-8000-000000000000",
  entity: "CONTACT",
  name: "Keepers",
  createdAt: "2026-03-01T10:00:00Z",
} as Segment;

const sent: unknown[] = [];
let answer: object;

beforeEach(() => {
  sent.length = 0;
  const change = { id: "c", asked: 0, changed: null, unchanged: null, refused: [], refusedCount: 0, bulkId: "b" };
  answer = { position: 1, list: null, change, userErrors: [] };
  execute.mockImplementation((document, variables) => {
    if (!String(document).includes("segmentConvertToList")) return new Promise(() => {});
    sent.push((variables as { input: unknown }).input);
    return Promise.resolve({ segmentConvertToList: answer });
  });
});

function open(search: string, onClose = vi.fn<() => void>()) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <TooltipProvider>
        <MemoryRouter initialEntries={[`/contacts/segments/${SEGMENT.id}${search}`]}>
          <Toasts />
          <ListDialog segment={SEGMENT} onClose={onClose} />
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );
  return onClose;
}

const press = () => fireEvent.click(screen.getByRole("button", { name: /^Make list/ }));

it("makes a list of who is in it now, and says that it is being filled", async () => {
  const onClose = open("");
  fireEvent.change(screen.getByLabelText(/^Name/), { target: { value: " " } });
  press();
  expect(await screen.findByText(/needs a name/)).toBeVisible();
  fireEvent.change(screen.getByLabelText(/^Name/), { target: { value: "Fair" } });
  press();
  expect(await screen.findByText("“Fair” is being filled")).toBeVisible();
  expect(sent).toEqual([expect.objectContaining({ id: SEGMENT.id, name: "Fair", asOf: null, visibility: "PRIVATE" })]);
  expect(onClose).toHaveBeenCalledOnce();
});

it("begins with the day whose members are shown, and says beside it what the server has against it", async () => {
  answer = {
    position: null,
    list: null,
    change: null,
    userErrors: [
      { code: "LIST_BEFORE_IT", field: "asOf", message: "It did not exist at that moment.", recordId: null },
    ],
  };
  const onClose = open("?tab=members&on=2026-03-05");
  expect(screen.getByLabelText("As of the end of")).toHaveValue("2026-03-05");
  press();
  expect(await screen.findByText("It did not exist at that moment.")).toBeVisible();
  await waitFor(() => expect(sent).toHaveLength(1));
  expect((sent[0] as { asOf: string }).asOf).toMatch(/^2026-03-0\dT/);
  expect(onClose).not.toHaveBeenCalled();
});
