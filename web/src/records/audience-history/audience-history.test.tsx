import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, within } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { createQueryClient } from "@/lib/query-client.ts";
import { AudienceHistory } from "./audience-history.tsx";
import type { Audience } from "./queries.ts";

const asked: string[] = [];

const event = (position: number, of: object) => ({
  position,
  eventType: "SegmentRestored",
  title: "Restored",
  at: "2026-03-03T10:00:00Z",
  actorName: "Maren Lindqvist",
  sourceLabel: "Typed in",
  changes: [],
  ...of,
});

const EVENTS = [
  event(9, {
    eventType: "SegmentDefinitionChanged",
    title: "Definition changed",
    changes: [{ label: "Definition", old: "Country is Germany", new: "Country is Austria" }],
  }),
  event(3, {
    eventType: "SegmentCreated",
    title: "Created",
    actorName: null,
    changes: [{ label: "Name", old: null, new: "DACH" }],
  }),
];

beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal(
    "fetch",
    vi.fn<typeof fetch>(async (_, init) => {
      const { query } = JSON.parse(String(init?.body)) as { query: string };
      asked.push(query);
      const data = { segmentHistory: EVENTS, listHistory: EVENTS, domainSetHistory: EVENTS, campaignHistory: EVENTS };
      return new Response(JSON.stringify({ data }));
    }),
  );
});

function start(of: Audience) {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <AudienceHistory of={of} id="s1" />
    </QueryClientProvider>,
  );
}

it("says who changed what, with how it was before", async () => {
  start("segment");
  const list = await screen.findByRole("list", { name: "History of this segment" });
  const [defined, created] = within(list)
    .getAllByRole("listitem")
    .filter(({ parentElement }) => parentElement === list);
  expect(within(defined as HTMLElement).getByText("Country is Germany").tagName).toBe("DEL");
  expect(defined).toHaveTextContent("Country is Austria");
  expect(defined).toHaveTextContent("Maren Lindqvist · Typed in");
  expect(created).toHaveTextContent("Name: DACH");
  expect(created).toHaveTextContent("Pivotal · Typed in");
});

it.each([
  ["segment", "segmentHistory"],
  ["list", "listHistory"],
  ["domain set", "domainSetHistory"],
  ["campaign", "campaignHistory"],
] as const)("asks for that of a %s", async (of, field) => {
  start(of);
  await screen.findByRole("list", { name: `History of this ${of}` });
  expect(asked).toHaveLength(1);
  expect(asked[0]).toContain(field);
});
