import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { createQueryClient } from "@/lib/query-client.ts";
import { PersonCard } from "./person-card.tsx";
import type { PrivacyRequest } from "./queries.ts";

const grants = vi.hoisted(() => new Set<string>());
vi.mock("@/features/identity/me/queries.ts", () => ({ useMay: (permission: string) => grants.has(permission) }));
const execute = vi.hoisted(() => vi.fn<(document: unknown, variables: unknown) => Promise<unknown>>());
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));

const hold = { id: "h1", reference: "Case 2026/114", reason: "a claim", since: "2026-01-05T10:00:00Z", standing: true };

beforeEach(() => {
  grants.clear();
  grants.add("RETENTION_VIEW");
  execute.mockReset();
  execute.mockImplementation((document) =>
    Promise.resolve(
      String(document).includes("legalHoldsOf")
        ? { legalHoldsOf: [hold, { ...hold, id: "h0", reference: "Case 2025/1", standing: false }] }
        : {
            privacyRequestFound: {
              holdings: { contacts: 2, events: 2 },
              contacts: [
                { id: "c1", label: "Ada Lovelace" },
                { id: "c2", label: "A. Lovelace" },
              ],
            },
          },
    ),
  );
});

function show(kind: "ERASURE" | "ACCESS"): void {
  const request = { id: "r1", kind, state: "OPEN", forgotten: false, settledAt: null } as PrivacyRequest;
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter>
        <PersonCard request={request} />
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

it("says that a hold stands before an erasure is tried: the one of both contacts once, and none that was lifted", async () => {
  show("ERASURE");
  const said = await screen.findByTestId("legal-hold");
  expect(said).toHaveTextContent("Legal hold: Case 2026/114, since");
  expect(said).not.toHaveTextContent("more");
  expect(said).toHaveTextContent("An administrator can lift it");
});

it("says nothing of it where nothing is erased", async () => {
  show("ACCESS");
  await screen.findByText("A. Lovelace");
  expect(execute).toHaveBeenCalledOnce();
  expect(screen.queryByTestId("legal-hold")).toBeNull();
});

it("does not ask for holds that the viewer may not see", async () => {
  grants.clear();
  show("ERASURE");
  await screen.findByText("A. Lovelace");
  expect(execute).toHaveBeenCalledOnce();
  expect(screen.queryByTestId("legal-hold")).toBeNull();
});
