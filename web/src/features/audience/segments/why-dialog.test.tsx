import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, within } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { expect, it, vi } from "vitest";
import { TooltipProvider } from "@/components/tooltip.tsx";
import type { Segment, SegmentWhy } from "./queries.ts";
import { answer, WhyDialog } from "./why-dialog.tsx";

const execute = vi.hoisted(() => vi.fn<(document: unknown) => Promise<unknown>>());
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));

const SEGMENT = { id: "s1", entity: "CONTACT", name: "Keepers", active: true, archived: false } as Segment;

function show(why: SegmentWhy) {
  execute.mockImplementation((document) =>
    Promise.resolve(
      String(document).includes("segmentWhy")
        ? { segmentWhy: why }
        : { contact: { id: "c1", fullName: "Ada Vester", email: null, erased: false } },
    ),
  );
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <TooltipProvider>
        <MemoryRouter>
          <WhyDialog segment={SEGMENT} id="c1" onClose={() => {}} />
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );
}

it("says which conditions hold, also to those who cannot see the marks", async () => {
  show({
    member: true,
    fulfils: true,
    conditions: [
      { sentence: "Country is Germany", holds: true },
      { sentence: "City is Ulm", holds: false },
      { sentence: "At least 2 contacts", holds: null },
    ],
    stays: [
      {
        enteredAt: "2026-03-02T10:00:00Z",
        enteredBecause: { cause: "change", conditions: [{ sentence: "Country is Germany", holds: true }] },
        leftAt: null,
        leftBecause: null,
      },
      {
        enteredAt: "2026-01-02T10:00:00Z",
        enteredBecause: { cause: "defined", conditions: [] },
        leftAt: "2026-02-02T10:00:00Z",
        leftBecause: { cause: "time", conditions: [] },
      },
    ],
  });
  const conditions = await screen.findByRole("region", { name: "Conditions now" });
  const [first, second, third] = within(conditions).getAllByRole("listitem");
  expect(first).toHaveTextContent("Holds:Country is Germany");
  expect(second).toHaveTextContent("Does not hold:City is Ulm");
  expect(third).toHaveTextContent("Depends on all contacts of the account");
  expect(await screen.findByRole("dialog", { name: "Why Ada Vester" })).toBeVisible();
  const stays = screen.getByRole("region", { name: "Stays" });
  expect(stays).toHaveTextContent(/Entered.*A change of the record.*Left.*Time went by/);
});

it("says of a record that was never in it that it was not", async () => {
  show({ member: false, fulfils: false, conditions: [], stays: [] });
  expect(await screen.findByText("Never in this segment so far.")).toBeVisible();
});

it("tells what follows in a moment from what stands still", () => {
  const late = { member: false, fulfils: true };
  expect(answer("Ada", late, { active: true, archived: false })).toContain("follow in a moment");
  for (const still of [
    { active: false, archived: false },
    { active: true, archived: true },
  ]) {
    expect(answer("Ada", late, still)).toContain("stands still");
  }
  expect(answer("Ada", { member: true, fulfils: false }, { active: true, archived: false })).toContain("any more");
});
