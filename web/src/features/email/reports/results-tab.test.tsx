import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { ApiError } from "@/lib/api-error.ts";
import { createQueryClient } from "@/lib/query-client.ts";
import { NOTHING } from "./fixture.ts";
import ResultsTab from "./results-tab.tsx";

const may = vi.hoisted(() => ({ report: true }));
vi.mock("@/features/identity/me/queries.ts", () => ({ useMay: () => may.report }));
const execute = vi.hoisted(() => vi.fn<(document: unknown, variables: { by: string }) => Promise<unknown>>());
const download = vi.hoisted(() => vi.fn<(path: string, name: string) => Promise<void>>(() => Promise.resolve()));
vi.mock("@/lib/download.ts", () => ({ download }));
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));

const total = { ...NOTHING, sent: 10, delivered: 8, reached: 8, opened: 4, opens: 6, machineOpened: 3, unjudged: 2 };
const none = { variant: null, hour: null, domain: null, link: null, name: null };

beforeEach(() => {
  may.report = true;
  execute.mockImplementation((_, { by }) => {
    const rows =
      by === "DOMAIN"
        ? [{ ...none, domain: "norhavn.example", figures: { ...total, sent: 7 } }]
        : by === "LINK"
          ? []
          : by === "HOUR"
            ? [{ ...none, hour: "2026-11-23T10:00:00Z", figures: total }]
            : ["A", "B"].map((variant) => ({ ...none, variant, figures: total }));
    const rest = by === "DOMAIN" ? { ...NOTHING, sent: 3 } : null;
    return Promise.resolve({ emailReport: { total, rows, rest, stale: false } });
  });
});

function show(search = "") {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter initialEntries={[`/campaigns/c${search}`]}>
        <ResultsTab campaignId="c" live={false} />
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

it("shows what people did, and what programs did beside it", async () => {
  show();
  const results = within(await screen.findByRole("region", { name: "Results" }));
  const opened = results.getByRole("row", { name: /^Opened/ });
  expect(
    within(opened)
      .getAllByRole("cell")
      .map((cell) => cell.textContent?.trim()),
  ).toEqual(["4", expect.stringMatching(/^50\s?% of delivered$/), "6", "3"]);
  expect(screen.getByText(/2 opens and clicks are being judged/)).toBeVisible();
});

it("leads from a figure to whom it counts", async () => {
  show();
  const results = within(await screen.findByRole("region", { name: "Results" }));
  expect(results.getByRole("link", { name: "4" })).toHaveAttribute(
    "href",
    "/campaigns/c?tab=recipients&response=OPENED",
  );
  const variants = within(await screen.findByRole("region", { name: "By variant" }));
  const second = within(variants.getByRole("row", { name: /^Variant B/ }));
  expect(second.getByRole("link", { name: "8" })).toHaveAttribute(
    "href",
    "/campaigns/c?tab=recipients&response=DELIVERED&variant=B",
  );
});

it("draws how it went over time, beside what one chooses", async () => {
  show();
  const chart = await screen.findByRole("img", {
    name: /^By the hour: most were sent from .* \(10\); most were opened/,
  });
  expect(chart).toBeVisible();
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Beside what was sent" }), "clicked");
  expect(await screen.findByRole("img", { name: /none was clicked yet\.$/ })).toBeVisible();
});

it("takes out what it shows", async () => {
  show("?by=DOMAIN");
  await screen.findByRole("region", { name: "By domain" });
  await userEvent.click(screen.getByRole("button", { name: "Export Excel" }));
  expect(download).toHaveBeenCalledWith(
    "/api/v1/reports/email/campaigns/c/file?by=domain&format=xlsx",
    "campaign-report.xlsx",
  );
});

it("offers to take out and to compare only to whom reports are for", async () => {
  show();
  await screen.findByRole("region", { name: "By variant" });
  expect(screen.getByRole("link", { name: "Compare with others" })).toHaveAttribute("href", "/campaigns/compare?ids=c");
  cleanup();
  may.report = false;
  show();
  await screen.findByRole("region", { name: "By variant" });
  expect(screen.queryByRole("link", { name: "Compare with others" })).toBeNull();
  expect(screen.queryByRole("button", { name: /^Export/ })).toBeNull();
});

it("is taken apart by domain, with all others together", async () => {
  show();
  await screen.findByRole("region", { name: "By variant" });
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Taken apart" }), "DOMAIN");
  const parts = within(await screen.findByRole("region", { name: "By domain" }));
  expect(parts.getByRole("row", { name: /^norhavn\.example\s*7/ })).toBeVisible();
  expect(parts.getByRole("row", { name: /^All others\s*3/ })).toBeVisible();
});

it("says that nobody followed a link", async () => {
  show("?by=LINK");
  expect(await screen.findByText("Nobody followed a link yet.")).toBeVisible();
  await waitFor(() => expect(screen.getByRole("region", { name: "Results" })).toBeVisible());
});

it("says when it cannot be read", async () => {
  execute.mockRejectedValue(new ApiError("Not for you.", { code: "FORBIDDEN", status: 200, retryable: false }));
  show();
  expect(await screen.findByText("The results could not be loaded")).toBeVisible();
});
