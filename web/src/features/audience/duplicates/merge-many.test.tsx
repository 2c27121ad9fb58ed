import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { TooltipProvider } from "@/components/tooltip.tsx";
import type { Side } from "@/records/merge/queries.ts";
import { partedBy } from "./left-out.ts";
import { MergeMany } from "./merge-many.tsx";
import type { Pair } from "./queries.ts";

vi.mock("@/components/toast.tsx", () => ({ toastDone: vi.fn(), toastFailed: vi.fn() }));
const execute = vi.hoisted(() => vi.fn<(document: unknown, variables: unknown) => Promise<unknown>>());
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));

/** Whom each record was supplied by; null: nobody. What stands here not is gone. */
let suppliers: Record<string, string | null>;
const merged: unknown[] = [];

const pair = (id: string): Pair => ({
  id,
  a: `${id}a`,
  b: `${id}b`,
  score: 1,
  class: "EXACT",
  reasons: [],
  dismissedAt: null,
  names: [`Ada ${id}`, `A. ${id}`],
});

const side = (id: string): Side => ({
  id,
  version: 1,
  fields: { client_restriction: suppliers[id] },
  createdAt: "2026-03-01T09:00:00Z",
  updatedAt: "2026-03-01T09:00:00Z",
});

beforeEach(() => {
  vi.mocked(toastDone).mockClear();
  vi.mocked(toastFailed).mockClear();
  merged.length = 0;
  execute.mockImplementation((document, variables) => {
    if (String(document).includes("mutation DuplicatesMerge")) {
      merged.push((variables as { input: { pairs: unknown } }).input.pairs);
      return Promise.resolve({ duplicatesMerge: { position: 9, bulk: { id: "bulk" }, userErrors: [] } });
    }
    const { ids } = variables as { ids: string[] };
    const there = ids.filter((id) => id in suppliers);
    return Promise.resolve({ contacts: { edges: there.map((id) => ({ node: { ...side(id), archived: false } })) } });
  });
});

function start(...ids: string[]) {
  const onMerged = vi.fn(() => Promise.resolve());
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <TooltipProvider>
        <MemoryRouter>
          <MergeMany entity="CONTACT" pairs={ids.map(pair)} onMerged={onMerged} />
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );
  fireEvent.click(screen.getByRole("button", { name: /^Merge/ }));
  return onMerged;
}

describe("many pairs at once", () => {
  it("are merged without a question where nothing stands against it", async () => {
    suppliers = { "1a": null, "1b": null };
    const onMerged = start("1");
    await waitFor(() => expect(onMerged).toHaveBeenCalledOnce());
    expect(merged).toEqual([[{ a: "1a", b: "1b" }]]);
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(toastDone).toHaveBeenCalledExactlyOnceWith("Merging 1 pair", expect.any(Function), expect.anything());
  });

  it("say first which of them are left out, and why, and merge the others", async () => {
    suppliers = { "1a": null, "1b": null, "2a": "norhavn", "2b": null, "3a": "norhavn", "3b": "baltia" };
    const onMerged = start("1", "2", "3");
    const dialog = await screen.findByRole("dialog", { name: "Merge 1 pair, leave out 2" });
    expect(merged).toEqual([]);
    const left = within(dialog).getByRole("list", { name: "Left out" });
    expect(
      within(left)
        .getAllByRole("listitem")
        .map((item) => item.textContent),
    ).toEqual(["Ada 2 and A. 2: a client supplied one of them", "Ada 3 and A. 3: different clients supplied them"]);
    fireEvent.click(within(dialog).getByRole("button", { name: /^Merge 1 pair/ }));
    await waitFor(() => expect(onMerged).toHaveBeenCalledOnce());
    expect(merged).toEqual([[{ a: "1a", b: "1b" }]]);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("are not merged where all of them are left out", async () => {
    suppliers = { "3a": "norhavn", "3b": "baltia" };
    start("3");
    const dialog = await screen.findByRole("dialog", { name: "None of these can be merged together" });
    const button = within(dialog).getByRole("button", { name: /^Merge/ });
    expect(button).toHaveAttribute("aria-disabled", "true");
    fireEvent.click(button);
    fireEvent.click(within(dialog).getByRole("button", { name: "Cancel" }));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(merged).toEqual([]);
  });

  it("are not merged where it cannot be told whom they are for", async () => {
    execute.mockImplementation(() => Promise.reject(new Error("away")));
    start("1");
    await waitFor(() => expect(toastFailed).toHaveBeenCalledOnce());
    expect(vi.mocked(toastFailed).mock.lastCall?.[0]).toMatch(/^Nothing was merged\./);
    expect(merged).toEqual([]);
  });
});

it("what one client supplied, and what is gone meanwhile, is not left out", () => {
  suppliers = { "1a": "norhavn", "1b": "norhavn", "2a": "norhavn" };
  const { together, leftOut } = partedBy([pair("1"), pair("2")], ["1a", "1b", "2a"].map(side));
  expect(together.map(({ id }) => id)).toEqual(["1", "2"]);
  expect(leftOut).toEqual([]);
});
