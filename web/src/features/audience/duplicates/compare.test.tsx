import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { expect, it, vi } from "vitest";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { type Side, sidesQuery } from "@/records/merge/queries.ts";
import { CLIENT_RESTRICTION } from "@/records/restriction.ts";
import { Compare } from "./compare.tsx";

vi.mock("@/records/catalogue.ts", async (original) => ({ ...(await original<object>()), useCatalogue: () => [] }));

const side = (id: string, supplier: string | null): Side => ({
  id,
  version: 1,
  fields: { [CLIENT_RESTRICTION]: supplier },
  createdAt: "2026-03-01T09:00:00Z",
  updatedAt: "2026-03-01T09:00:00Z",
});

function show(one: string | null, other: string | null) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  client.setQueryData(sidesQuery("CONTACT", ["a", "b"]).queryKey, [side("a", one), side("b", other)]);
  const onMerge = vi.fn();
  const pair = {
    id: "1",
    a: "a",
    b: "b",
    score: 1,
    reasons: [],
    dismissedAt: null,
    names: ["Ada", "Ada L."] as [string, string],
  };
  render(
    <QueryClientProvider client={client}>
      <TooltipProvider>
        <MemoryRouter>
          <Compare
            entity="CONTACT"
            pair={{ ...pair, class: "EXACT" }}
            busy={false}
            beside={false}
            dismissed={false}
            onMerge={onMerge}
            onDismiss={() => {}}
          />
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );
  return onMerge;
}

it("does not merge what different clients supplied, and says why", () => {
  const onMerge = show("norhavn", "baltia");
  const button = screen.getByRole("button", { name: /^Merge/ });
  expect(button).toHaveAttribute("aria-disabled", "true");
  expect(button).toHaveAccessibleDescription(/Different clients supplied these/);
  fireEvent.click(button);
  fireEvent.keyDown(document.body, { key: "m" });
  expect(onMerge).not.toHaveBeenCalled();
});

it("merges what one client supplied", () => {
  const onMerge = show("norhavn", "norhavn");
  fireEvent.click(screen.getByRole("button", { name: /^Merge/ }));
  expect(onMerge).toHaveBeenCalledOnce();
});
