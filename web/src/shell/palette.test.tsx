import { QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { MemoryRouter, useLocation } from "react-router";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { meQuery } from "@/features/identity/me/queries.ts";
import { createQueryClient } from "@/lib/query-client.ts";
import Palette from "./palette.tsx";
import { useShell } from "./ui-state.ts";

/** Searches that wait for their answer, by their words. */
const asked = new Map<string, (contact: string) => void>();

const piece = (text: string) => ({ text, hit: false });
const found = (id: string) => ({
  search: {
    stale: false,
    audiences: { total: 0, hits: [] },
    groups: [
      {
        kind: "CONTACT",
        total: 1,
        more: false,
        hits: [
          {
            kind: "CONTACT",
            id,
            title: id,
            archived: false,
            titlePieces: [piece(id)],
            subtitlePieces: [],
            matched: null,
          },
        ],
      },
    ],
  },
});

beforeEach(() => {
  asked.clear();
  useShell.setState({ paletteOpen: true, paletteText: "" });
  vi.stubGlobal(
    "fetch",
    vi.fn<typeof fetch>((_, init) => {
      const { variables } = JSON.parse(String(init?.body)) as { variables: { text?: string } };
      return new Promise((resolve) => {
        if (variables.text === undefined) return;
        asked.set(variables.text, (id) => resolve(new Response(JSON.stringify({ data: found(id) }))));
      });
    }),
  );
});

function Where() {
  return <output aria-label="Address">{useLocation().pathname}</output>;
}

function show() {
  const client = createQueryClient();
  const permissions = ["CONTACTS_VIEW", "TASKS_VIEW"].map((permission) => ({ permission, scope: "ALL" }));
  client.setQueryData(meQuery.queryKey, { me: { id: "1", role: "ADMIN", permissions } } as never);
  render(
    <QueryClientProvider client={client}>
      <TooltipProvider>
        <MemoryRouter initialEntries={["/start"]}>
          <Palette />
          <Where />
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );
  return screen.getByRole("combobox", { name: "Command palette" });
}

/** All in one go, as quickly as hands can. */
function typeAndEnter(box: HTMLElement, text: string) {
  fireEvent.change(box, { target: { value: text } });
  fireEvent.keyDown(box, { key: "Enter" });
}

// The dialog hides the rest of the page from the accessibility tree.
const address = () => screen.getByLabelText("Address").textContent;

async function answer(words: string, contact: string) {
  await waitFor(() => expect(asked.has(words)).toBe(true));
  asked.get(words)?.(contact);
  await screen.findByRole("option", { name: new RegExp(contact) });
}

describe("Enter in the palette", () => {
  it("runs what the words typed leave, pressed with the last letter", async () => {
    const box = show();
    expect(screen.getByRole("option", { name: /Dashboard/ })).toHaveAttribute("aria-selected", "true");
    typeAndEnter(box, "my tasks");
    await waitFor(() => expect(address()).toBe("/tasks"));
    expect(useShell.getState().paletteOpen).toBe(false);
  });

  it("never runs what was found for the words before", async () => {
    const box = show();
    fireEvent.change(box, { target: { value: "anna" } });
    await answer("anna", "first");
    await waitFor(() => expect(screen.getByRole("option", { name: /first/ })).toHaveAttribute("aria-selected", "true"));
    typeAndEnter(box, "bob");
    expect(address()).toBe("/start");
    expect(useShell.getState().paletteOpen).toBe(true);
    await answer("bob", "second");
    fireEvent.keyDown(box, { key: "Enter" });
    await waitFor(() => expect(address()).toBe("/contacts/second"));
  });

  it("does nothing where nothing fits", () => {
    const box = show();
    typeAndEnter(box, "qqqq");
    expect(address()).toBe("/start");
    expect(useShell.getState().paletteOpen).toBe(true);
  });
});
