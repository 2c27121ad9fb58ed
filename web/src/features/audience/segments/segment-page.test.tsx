import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter, Route, Routes, useLocation } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { Toasts } from "@/components/toast.tsx";
import { TooltipProvider } from "@/components/tooltip.tsx";
import SegmentPage from "./segment-page.tsx";

vi.mock("@/features/identity/me/queries.ts", () => ({
  useMe: () => ({ id: "ada", role: "ADMIN", teams: [] }),
  useGrants: () => new Map([["SEGMENTS_EDIT", "ALL"]]),
  useMay: () => true,
}));
const execute = vi.hoisted(() => vi.fn<(document: unknown, variables: unknown) => Promise<unknown>>());
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));

const ID = "01930000-0000-7000-8000-000000000000";
const SEGMENT = {
  id: ID,
  entity: "CONTACT",
  name: "Keepers",
  description: "",
  tags: ["emea"],
  sharing: "PRIVATE",
  teamId: null,
  ownerId: "ada",
  ownerName: "Ada",
  filter: {},
  active: true,
  archived: false,
  members: 1204,
  changedAt: "2026-03-02T10:00:00Z",
  refreshedAt: null,
  settled: true,
  createdAt: "2026-03-01T10:00:00Z",
  updatedAt: "2026-03-01T10:00:00Z",
  mayEdit: true,
  mayShare: true,
  usedBy: [] as { id: string; name: string | null }[],
};

let segment = SEGMENT;
const sent: string[] = [];

beforeEach(() => {
  segment = SEGMENT;
  sent.length = 0;
  execute.mockImplementation((document) => {
    const asked = String(document);
    const act = /segment(Archive|Restore|Switch|Refresh)\(/.exec(asked)?.[0].replace("(", "");
    if (act !== undefined) {
      sent.push(act);
      return Promise.resolve({ [act]: { position: 1, id: ID, userErrors: [] } });
    }
    if (asked.includes("filterSentence")) return Promise.resolve({ filterSentence: "City is Bonn" });
    if (asked.includes("segmentDays")) return Promise.resolve({ segmentDays: [] });
    if (asked.includes("segment(")) return Promise.resolve({ segment });
    return new Promise(() => {});
  });
});

function Where() {
  return <output data-testid="where">{useLocation().pathname}</output>;
}

function open(path = `/contacts/segments/${ID}`) {
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <TooltipProvider>
        <MemoryRouter initialEntries={[path]}>
          <Where />
          <Toasts />
          <Routes>
            <Route path="/contacts/segments/:id" element={<SegmentPage entity="CONTACT" />} />
            <Route path="/accounts/segments/:id" element={<SegmentPage entity="ACCOUNT" />} />
          </Routes>
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );
}

async function chooseArchive() {
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "More" }));
  await user.click(await screen.findByRole("menuitem", { name: "Archive" }));
}

it("is archived by a press, with the way back", async () => {
  open();
  expect(await screen.findByText("City is Bonn")).toBeVisible();
  expect(screen.getByTestId("segment-members")).toHaveTextContent("1,204");
  await chooseArchive();
  fireEvent.click(await screen.findByRole("button", { name: /^Undo/ }));
  await waitFor(() => expect(sent).toEqual(["segmentArchive", "segmentRestore"]));
});

it("is not archived while others are defined by it, and says which", async () => {
  segment = {
    ...SEGMENT,
    usedBy: [
      { id: "s2", name: "Wardens" },
      { id: "s3", name: null },
    ],
  };
  open();
  await chooseArchive();
  const dialog = within(await screen.findByRole("dialog", { name: "Keepers is in use" }));
  expect(dialog.getByRole("link", { name: "Wardens" })).toHaveAttribute("href", "/contacts/segments/s2");
  expect(dialog.getByText("A segment that you may not see")).toBeVisible();
  expect(sent).toEqual([]);
});

it("offers nothing but to restore it once it is archived", async () => {
  segment = { ...SEGMENT, archived: true };
  open();
  fireEvent.click(await screen.findByRole("button", { name: "Restore" }));
  await waitFor(() => expect(sent).toEqual(["segmentRestore"]));
  for (const name of ["Switch off", "More"]) expect(screen.queryByRole("button", { name })).toBeNull();
  expect(screen.queryByRole("link", { name: "Edit definition" })).toBeNull();
});

it("says that its members are still being found", async () => {
  segment = { ...SEGMENT, settled: false };
  open();
  expect(await screen.findByText("Finding members")).toBeVisible();
});

it("is found by an address that says other records than it has", async () => {
  open(`/accounts/segments/${ID}`);
  await waitFor(() => expect(screen.getByTestId("where")).toHaveTextContent(`/contacts/segments/${ID}`));
});
