import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Toasts } from "@/components/toast.tsx";
import { TooltipProvider } from "@/components/tooltip.tsx";
import type { List } from "./queries.ts";
import { useArchive } from "./use-archive.tsx";

const execute = vi.hoisted(() => vi.fn<(document: unknown) => Promise<unknown>>());
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));

let uses: object[] = [];
let refusal: object[] = [];
const done: string[] = [];

beforeEach(() => {
  uses = [];
  refusal = [];
  done.length = 0;
  execute.mockImplementation((document) => {
    const text = String(document);
    if (text.includes("query ListUses")) return Promise.resolve({ list: { usedBy: uses } });
    const act = /list(Archive|Restore)\b/.exec(text)?.[0] ?? "";
    done.push(act);
    return Promise.resolve({ [act]: { list: null, position: 3, userErrors: refusal } });
  });
});

function Page({ archived }: { archived: boolean }) {
  const { press, dialog } = useArchive({ id: "l1", name: "Berlin", entity: "CONTACT", archived } as List);
  return (
    <>
      <button type="button" onClick={press}>
        {archived ? "Restore" : "Archive"}
      </button>
      {dialog}
      <Toasts />
    </>
  );
}

function show(archived = false) {
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <TooltipProvider>
        <MemoryRouter>
          <Page archived={archived} />
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );
  fireEvent.click(screen.getByRole("button", { name: archived ? "Restore" : "Archive" }));
}

describe("archiving a list", () => {
  it("is done at once where nothing relies on it, and taken back from the toast", async () => {
    show();
    expect(await screen.findByText("List “Berlin” archived")).toBeInTheDocument();
    fireEvent.click(screen.getByRole("button", { name: /Undo/ }));
    await waitFor(() => expect(done).toEqual(["listArchive", "listRestore"]));
  });

  it("names what relies on it before it is done", async () => {
    uses = [
      { kind: "list", id: "l2", name: "Both" },
      { kind: "saved_view", id: "v1", name: "My Berlin" },
    ];
    show();
    expect(await screen.findByRole("dialog", { name: "Archive a list that is in use" })).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "Both" })).toHaveAttribute("href", "/lists/l2");
    expect(screen.getByRole("link", { name: "My Berlin" })).toHaveAttribute("href", "/contacts?view=v1");
    expect(done).toEqual([]);
    fireEvent.click(screen.getByRole("button", { name: "Archive all the same" }));
    await waitFor(() => expect(done).toEqual(["listArchive"]));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("says why the server refuses", async () => {
    uses = [{ kind: "segment", id: "s1", name: "Warm" }];
    refusal = [{ code: "LIST_IN_USE", field: null, message: "A segment asks who is in this list." }];
    show();
    fireEvent.click(await screen.findByRole("button", { name: "Archive all the same" }));
    expect(await screen.findByText("A segment asks who is in this list.")).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "Warm" })).toHaveAttribute("href", "/contacts/segments/s1");
    expect(screen.queryByRole("button", { name: "Archive all the same" })).toBeNull();
  });

  it("says why one cannot come back", async () => {
    refusal = [{ code: "LIST_NAME_TAKEN", field: "name", message: "Another of your lists is called so." }];
    show(true);
    expect(await screen.findByText("Not restored. Another of your lists is called so.")).toBeInTheDocument();
  });
});
