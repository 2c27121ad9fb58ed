import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { meQuery } from "@/features/identity/me/queries.ts";
import { createQueryClient } from "@/lib/query-client.ts";
import { ClientResults } from "./client-results.tsx";
import { useFoundClients } from "./use-found-clients.ts";

const wanted: unknown[] = [];

beforeEach(() => {
  wanted.length = 0;
  vi.stubGlobal(
    "fetch",
    vi.fn<typeof fetch>(async (_, init) => {
      const { variables } = JSON.parse(String(init?.body)) as { variables: { wanted: unknown } };
      wanted.push(variables.wanted);
      const node = { id: "n1", name: "Norhavn", archived: true, website: "norhavn.example" };
      const pageInfo = { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null };
      return new Response(JSON.stringify({ data: { clients: { edges: [{ cursor: "1", node }], pageInfo } } }));
    }),
  );
});

function Shown({ archived }: { archived: boolean }) {
  return <ClientResults found={useFoundClients("nor", archived)} words="nor" archived={archived} />;
}

function show(permissions: readonly string[], archived = false) {
  const client = createQueryClient();
  const held = permissions.map((permission) => ({ permission, scope: "ALL" }));
  client.setQueryData(meQuery.queryKey, { me: { id: "1", role: "ADMIN", permissions: held } } as never);
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter>
        <Shown archived={archived} />
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

describe("clients among what is found", () => {
  it("are asked for by whoever may see all clients, and lead to their pages", async () => {
    show(["CLIENTS_VIEW"]);
    expect(await screen.findByRole("link", { name: /Norhavn/ })).toHaveAttribute("href", "/clients/n1");
    expect(screen.getByText("Archived")).toBeInTheDocument();
    expect(wanted).toEqual([{ search: "nor", archived: false }]);
    expect(screen.getByRole("link", { name: "More clients" })).toHaveAttribute("href", "/clients?q=nor");
  });

  it("with the archive are those of the archive too, in their list as well", async () => {
    show(["CLIENTS_VIEW"], true);
    await screen.findByRole("link", { name: /Norhavn/ });
    expect(wanted).toEqual([{ search: "nor", archived: null }]);
    expect(screen.getByRole("link", { name: "More clients" })).toHaveAttribute("href", "/clients?q=nor&state=all");
  });

  it("are nobody else's", () => {
    show(["CONTACTS_VIEW"]);
    expect(screen.queryByRole("region", { name: "Clients" })).toBeNull();
    expect(wanted).toEqual([]);
  });
});
