import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { formatDay } from "@/lib/format.ts";
import { createQueryClient } from "@/lib/query-client.ts";
import { MembershipsCard } from "./memberships-card.tsx";

const grants = vi.hoisted(() => new Set<string>());
vi.mock("@/features/identity/me/queries.ts", () => ({ useMay: (permission: string) => grants.has(permission) }));

const asked: { past: boolean }[] = [];

const reason = (cause: string, sentence?: string, holds = true) => ({
  cause,
  conditions: sentence === undefined ? [] : [{ sentence, holds }],
});

const germans = {
  segmentId: "s1",
  name: "Germans",
  archived: false,
  enteredAt: "2026-03-03T10:00:00Z",
  enteredBecause: reason("change", "Country is Germany"),
  leftAt: null,
  leftBecause: null,
};

const vips = {
  ...germans,
  segmentId: "s2",
  name: "VPs",
  enteredBecause: reason("defined"),
  leftAt: "2026-04-20T10:00:00Z",
  leftBecause: reason("change", "Seniority level is VP", false),
};

const fair = {
  listId: "l1",
  name: "Fair",
  archived: false,
  source: "SEGMENT",
  how: "FILLED",
  byName: "Maren Lindqvist",
  enteredAt: "2026-03-05T10:00:00Z",
  leftAt: null,
};

const targets = {
  domainSetId: "d1",
  name: "Targets",
  archived: false,
  domain: "northwind.test",
  byAccount: true,
  via: "ALTERNATE",
  matchedAt: "2026-03-09T10:00:00Z",
  since: "2026-03-06T10:00:00Z",
};

let held: object;

beforeEach(() => {
  asked.length = 0;
  grants.clear();
  grants.add("SEGMENTS_VIEW");
  held = { segments: [germans], lists: [fair], domainSets: [targets] };
  vi.stubGlobal(
    "fetch",
    vi.fn<typeof fetch>(async (_, init) => {
      const { variables } = JSON.parse(String(init?.body)) as { variables: { past: boolean } };
      asked.push(variables);
      const memberships = variables.past ? { ...held, segments: [germans, vips] } : held;
      return new Response(JSON.stringify({ data: { memberships } }));
    }),
  );
});

function start() {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <TooltipProvider>
        <MemoryRouter>
          <MembershipsCard entity="CONTACT" id="c1" />
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

it("names what the record is in, since when and why, each a link", async () => {
  start();
  const segments = await screen.findByRole("region", { name: "Segments" });
  expect(within(segments).getByRole("link", { name: "Germans" })).toHaveAttribute("href", "/contacts/segments/s1");
  expect(segments).toHaveTextContent(`Country is Germany · since ${formatDay(germans.enteredAt)}`);
  const lists = screen.getByRole("region", { name: "Lists" });
  expect(within(lists).getByRole("link", { name: "Fair" })).toHaveAttribute("href", "/lists/l1");
  expect(lists).toHaveTextContent("In it from the start: from a segment, by Maren Lindqvist");
  const sets = screen.getByRole("region", { name: "Domain sets" });
  expect(within(sets).getByRole("link", { name: "Targets" })).toHaveAttribute("href", "/domain-sets/d1");
  expect(sets).toHaveTextContent(
    `Its account is northwind.test, by alternate domain · account in it since ${formatDay(targets.since)}`,
  );
});

it("shows what it left when asked to, with why", async () => {
  const user = start();
  await screen.findByRole("link", { name: "Germans" });
  expect(screen.queryByRole("link", { name: "VPs" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Show what it left" }));
  const segments = screen.getByRole("region", { name: "Segments" });
  await within(segments).findByRole("link", { name: "VPs" });
  expect(within(segments).getByText("Left")).toBeInTheDocument();
  expect(segments).toHaveTextContent("No longer: Seniority level is VP");
  await user.click(screen.getByRole("button", { name: "Only now" }));
  await waitFor(() => expect(screen.queryByRole("link", { name: "VPs" })).toBeNull());
  expect(asked.map(({ past }) => past)).toEqual(expect.arrayContaining([false, true]));
});

it("says so when it is in nothing", async () => {
  held = { segments: [], lists: [], domainSets: [] };
  start();
  expect(
    await screen.findByText("This contact is in no segment, list or domain set that you see."),
  ).toBeInTheDocument();
});

it("is not there without the permission", () => {
  grants.clear();
  start();
  expect(screen.queryByTestId("memberships-card")).toBeNull();
  expect(asked).toEqual([]);
});
