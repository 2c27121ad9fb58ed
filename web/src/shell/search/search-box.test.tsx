import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter, useLocation } from "react-router";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { meQuery } from "@/features/identity/me/queries.ts";
import { installShortcuts } from "@/lib/keys.ts";
import { createQueryClient } from "@/lib/query-client.ts";
import { SearchBox } from "./search-box.tsx";
import { forgetRecent, noteSearch } from "./recent.ts";

interface Asked {
  variables: { text: string };
  signal: AbortSignal | undefined;
  answer: (body: object) => void;
}

const asked: Asked[] = [];
const opened = vi.fn();
let leave = () => {};

beforeEach(() => {
  asked.length = 0;
  opened.mockReset();
  forgetRecent();
  leave = installShortcuts();
  vi.stubGlobal("open", opened);
  vi.stubGlobal(
    "fetch",
    vi.fn<typeof fetch>((_, init) => {
      const { variables } = JSON.parse(String(init?.body)) as Asked;
      return new Promise((resolve, reject) => {
        init?.signal?.addEventListener("abort", () => reject(new DOMException("overtaken", "AbortError")));
        asked.push({
          variables,
          signal: init?.signal ?? undefined,
          answer: (body) => resolve(new Response(JSON.stringify(body))),
        });
      });
    }),
  );
});
afterEach(() => leave());

const piece = (text: string, hit = false) => ({ text, hit });
const hit = (kind: string, id: string, title: string) => ({
  kind,
  id,
  title,
  archived: false,
  titlePieces: [piece(title.slice(0, 2), true), piece(title.slice(2))],
  subtitlePieces: [piece("Planner, Norhavn")],
  matched: { field: "email", label: "Email", pieces: [piece("an", true), piece("na@example.com")] },
});
const segment = {
  kind: "SEGMENT",
  id: "s1",
  entity: "CONTACT",
  archived: false,
  tags: ["fleet"],
  namePieces: [piece("An", true), piece("alysts")],
};
const found = (contacts: object[], accounts: object[] = [], audiences: object[] = []) => ({
  data: {
    search: {
      stale: false,
      audiences: { total: audiences.length, hits: audiences },
      groups: [
        { kind: "CONTACT", total: contacts.length, more: false, hits: contacts },
        { kind: "ACCOUNT", total: accounts.length, more: false, hits: accounts },
      ],
    },
  },
});

function Where() {
  const { pathname, search } = useLocation();
  return <output aria-label="Address">{pathname + search}</output>;
}

function show(scope = "ALL", more: string[] = []) {
  const client = createQueryClient();
  const permissions = ["CONTACTS_VIEW", "ACCOUNTS_VIEW", ...more].map((permission) => ({ permission, scope }));
  client.setQueryData(meQuery.queryKey, { me: { id: "1", role: "ADMIN", permissions } } as never);
  render(
    <QueryClientProvider client={client}>
      <TooltipProvider>
        <MemoryRouter>
          <SearchBox />
          <Where />
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );
  // Typed in one go means without a pause that a busy machine could draw out.
  return { user: userEvent.setup({ delay: null }), box: screen.getByRole("combobox") };
}
const address = () => screen.getByLabelText("Address").textContent;
const waitForAsked = (count: number) => waitFor(() => expect(asked).toHaveLength(count));

describe("the search box", () => {
  it("says what it finds, as far as the viewer may", () => {
    const named = (label: string) => {
      const box = screen.getByRole("combobox", { name: label });
      expect(box).toHaveAttribute("placeholder", label);
    };
    show();
    named("Search contacts and accounts");
    cleanup();
    show("ALL", ["SEGMENTS_VIEW", "DOMAIN_SETS_VIEW"]);
    named("Search contacts, accounts, segments, lists and domain sets");
  });

  it("asks once for what was typed in one go, and aborts what typing on overtakes", async () => {
    const { user, box } = show();
    await user.type(box, "ann");
    await waitForAsked(1);
    expect(asked[0]?.variables.text).toBe("ann");
    await user.type(box, "ika");
    await waitForAsked(2);
    expect(asked[1]?.variables.text).toBe("annika");
    await waitFor(() => expect(asked[0]?.signal?.aborted).toBe(true));
    expect(asked[1]?.signal?.aborted).toBe(false);
  });

  it("groups what is found, marks what answers, and shows the value that answers where it is out of sight", async () => {
    const { user, box } = show();
    await user.type(box, "an");
    await waitForAsked(1);
    asked[0]?.answer(found([hit("CONTACT", "c1", "Annika Vester")], [hit("ACCOUNT", "a1", "Antwerp Cargo")]));
    const contacts = await screen.findByRole("group", { name: "Contacts" });
    const option = within(contacts).getByRole("option");
    expect(option).toHaveAttribute("href", "/contacts/c1");
    expect(option).toHaveAttribute("aria-selected", "true");
    expect(within(option).getByText("An")).toHaveProperty("tagName", "MARK");
    expect(option).toHaveTextContent("Email");
    expect(within(screen.getByRole("group", { name: "Accounts" })).getByRole("option")).toHaveAttribute(
      "href",
      "/accounts/a1",
    );
    expect(screen.getByRole("option", { name: "See all 2 results" })).toHaveAttribute("href", "/search?q=an");
  });

  it("is walked by arrows; Enter opens, with Ctrl in a new tab", async () => {
    const { user, box } = show();
    await user.type(box, "an");
    await waitForAsked(1);
    asked[0]?.answer(found([hit("CONTACT", "c1", "Annika Vester"), hit("CONTACT", "c2", "Anders Holm")]));
    await screen.findByRole("option", { name: /Anders/ });
    await user.keyboard("{ArrowDown}");
    expect(screen.getByRole("option", { name: /Anders/ })).toHaveAttribute("aria-selected", "true");
    expect(box).toHaveAttribute("aria-activedescendant", screen.getByRole("option", { name: /Anders/ }).id);
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(opened).toHaveBeenCalledWith("/contacts/c2", "_blank", "noopener");
    expect(address()).toBe("/");
    await user.keyboard("{ArrowUp}{Enter}");
    expect(address()).toBe("/contacts/c1");
    expect(screen.queryByTestId("search-panel")).not.toBeInTheDocument();
    expect(box).toHaveValue("");
  });

  it("finds segments, lists and domain sets, walked by the same keys", async () => {
    const { user, box } = show();
    await user.type(box, "an");
    await waitForAsked(1);
    expect(asked[0]?.variables).toMatchObject({ audiences: true });
    const set = { ...segment, kind: "DOMAIN_SET", id: "d1", entity: null, tags: [], namePieces: [piece("Anvils")] };
    asked[0]?.answer(found([hit("CONTACT", "c1", "Annika Vester")], [], [segment, set]));
    const group = await screen.findByRole("group", { name: "Segments, lists, domain sets and campaigns" });
    const [first, second] = within(group).getAllByRole("option");
    expect(first).toHaveAttribute("href", "/contacts/segments/s1");
    expect(first).toHaveTextContent("Segment of contacts · fleet");
    expect(second).toHaveAttribute("href", "/domain-sets/d1");
    expect(screen.getByRole("option", { name: "See all 3 results" })).toBeInTheDocument();
    await user.keyboard("{ArrowDown}");
    expect(first).toHaveAttribute("aria-selected", "true");
    await user.keyboard("{Enter}");
    expect(address()).toBe("/contacts/segments/s1");
  });

  it("does not open what answered earlier words: Enter goes to the results of those that are there", async () => {
    const { user, box } = show();
    await user.type(box, "an");
    await waitForAsked(1);
    asked[0]?.answer(found([hit("CONTACT", "c1", "Annika Vester")]));
    await screen.findByRole("option", { name: /Annika/ });
    await user.type(box, "d{Enter}");
    expect(address()).toBe("/search?q=and");
  });

  it("says that nothing was found, and where else to look", async () => {
    const { user, box } = show();
    await user.type(box, "zzz");
    await waitForAsked(1);
    asked[0]?.answer(found([]));
    expect(await screen.findByText(/Nothing has all of/)).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "Look in the archive" })).toHaveAttribute(
      "href",
      "/search?q=zzz&archived=1",
    );
    expect(box).toHaveAttribute("aria-expanded", "false");
  });

  it("says what went wrong, and tries again", async () => {
    const { user, box } = show();
    await user.type(box, "zzz");
    await waitForAsked(1);
    asked[0]?.answer({ data: null, errors: [{ message: "The index is being built.", extensions: { code: "busy" } }] });
    expect(await screen.findByRole("alert")).toHaveTextContent("The index is being built.");
  });

  it("offers what was searched for when empty, and Esc leaves it as it was", async () => {
    noteSearch("norhavn");
    const { user, box } = show();
    await user.click(box);
    await user.click(screen.getByRole("option", { name: "norhavn" }));
    expect(box).toHaveValue("norhavn");
    await waitForAsked(1);
    await user.keyboard("{Escape}");
    expect(screen.queryByTestId("search-panel")).not.toBeInTheDocument();
    expect(box).toHaveValue("");
    expect(box).not.toHaveFocus();
  });
});
