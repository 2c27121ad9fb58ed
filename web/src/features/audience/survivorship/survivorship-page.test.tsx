import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { describe, expect, it } from "vitest";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { catalogueQuery } from "@/records/catalogue.ts";
import { rulesQuery, type Survivorship } from "./queries.ts";
import SurvivorshipPage from "./survivorship-page.tsx";

const RULES = {
  everywhere: [["PERSON"], ["IMPORT"]],
  fields: [],
  sources: [
    { source: "PERSON", label: "People" },
    { source: "IMPORT", label: "Imports" },
  ],
  changedAt: null,
  preview: null,
} as unknown as Survivorship;

describe("survivorship rules", () => {
  it("are first previewed once something was changed", () => {
    const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
    client.setQueryData(rulesQuery("CONTACT").queryKey, RULES);
    client.setQueryData(catalogueQuery("CONTACT").queryKey, []);
    render(
      <QueryClientProvider client={client}>
        <TooltipProvider>
          <MemoryRouter>
            <SurvivorshipPage />
          </MemoryRouter>
        </TooltipProvider>
      </QueryClientProvider>,
    );
    const preview = screen.getByRole("button", { name: "Preview on existing contacts" });
    expect(preview).not.toHaveClass("btn-primary");
    fireEvent.click(screen.getByRole("button", { name: "Make Imports equal to the place above" }));
    expect(screen.getByRole("listitem")).toHaveTextContent("People");
    expect(preview).toHaveClass("btn-primary");
  });
});
