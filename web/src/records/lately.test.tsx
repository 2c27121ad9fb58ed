import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { describe, expect, it, vi } from "vitest";
import { catalogueQuery, type FieldDefinition } from "./catalogue.ts";
import { type HistoryEntry, historyQuery } from "./history-queries.ts";
import { contactKind } from "./kinds/contact-kind.ts";
import { Lately } from "./lately.tsx";
import type { RecordBase } from "./record-kind.ts";
import { EVERYTHING } from "./timeline-wanted.ts";

vi.mock("@/features/identity/me/queries.ts", () => ({ useMay: () => true }));

const record = { id: "c1", archived: false, fields: {} } as unknown as RecordBase;
const field = (key: string, label: string, kind: string) => ({ key, label, kind }) as FieldDefinition;
const change = (name: string, label: string, old: string | null, value: string, derived = false) => ({
  field: name,
  label,
  old,
  new: value,
  kept: false,
  rule: null,
  derived,
});
const ID = "01930000-0000-7000-8000-000000000000";

function lines(...entries: Partial<HistoryEntry>[]): string[] {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  const nodes = entries.map((entry, index) => ({
    position: 100 - index,
    eventType: "ContactFieldsChanged",
    title: "Fields changed",
    about: null,
    at: `2026-11-2${index}T12:00:00Z`,
    source: "ui",
    sourceLabel: "Typed in",
    importId: null,
    actorName: "Ada",
    restoredFrom: null,
    undoable: true,
    requestId: null,
    changes: [],
    ...entry,
  }));
  client.setQueryData(historyQuery(contactKind, "c1", EVERYTHING).queryKey, {
    pages: [
      {
        edges: nodes.map((node) => ({ cursor: String(node.position), node })),
        pageInfo: { hasNextPage: false, endCursor: null },
      },
    ],
    pageParams: [null],
  });
  client.setQueryData(catalogueQuery("CONTACT").queryKey, [
    field("job_title", "Job title", "text"),
    field("owner", "Owner", "user"),
  ]);
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter>
        <Lately kind={contactKind} record={record} />
      </MemoryRouter>
    </QueryClientProvider>,
  );
  return screen.queryAllByRole("listitem").map((item) => item.querySelector("p")?.textContent ?? "");
}

describe("what happened lately", () => {
  it("is said by its values where one was changed, else in words", () => {
    expect(
      lines(
        {
          changes: [change("job_title", "Job title", "CMO", "CEO"), change("department", "Department", "A", "B", true)],
        },
        { title: "Owner changed", changes: [change("owner", "Owner", null, ID)] },
        { title: "Created", eventType: "ContactCreated", changes: [change("job_title", "Job title", null, "CMO")] },
      ),
    ).toEqual(["Job title CMO → CEO", "Owner changed", "Created"]);
  });

  it("is the newest few, with a way to all of it", () => {
    expect(lines({}, {}, {}, {}, {}, {})).toHaveLength(4);
    expect(screen.getByRole("link", { name: "History" })).toHaveAttribute("href", "/?tab=history");
  });
});
