import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen } from "@testing-library/react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { Toasts } from "@/components/toast.tsx";
import { TooltipProvider } from "@/components/tooltip.tsx";
import type { Preview, Snippet } from "./queries.ts";
import SnippetPage from "./snippet-page.tsx";

const allowed = vi.hoisted(() => ({ all: new Set<string>() }));
vi.mock("@/features/identity/me/queries.ts", () => ({
  useMe: () => ({ id: "ada", role: "CAMPAIGN_MANAGER", email: "ada@example.com", teams: [] }),
  useGrants: () => new Map(),
  useMay: (permission: string) => allowed.all.has(permission),
}));
const execute = vi.hoisted(() => vi.fn<(document: unknown, variables: unknown) => Promise<unknown>>());
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));

const ID = "01930000-0000-7000-8000-000000000000";
const FOOTER: Snippet = {
  id: ID,
  brandId: "northwind",
  brandName: "Northwind",
  name: "legal-footer",
  version: 2,
  blocks: [{ type: "text", text: "New words", align: "left" }],
  archived: false,
  usedBy: [],
  savedByName: "Maren",
  savedAt: "2026-03-01T10:00:00Z",
  mayEdit: true,
};
const VERSIONS = [
  { number: 2, blocks: FOOTER.blocks, savedByName: "Maren", savedAt: FOOTER.savedAt },
  {
    number: 1,
    blocks: [{ type: "text", text: "Old words", align: "left" }],
    savedByName: "Ada",
    savedAt: FOOTER.savedAt,
  },
];

const PREVIEW: Preview = {
  subject: "legal-footer",
  preheader: "",
  html: "<p>New words</p>",
  text: "New words",
  bytes: 16,
  emptyTags: [],
  problems: [],
};

let snippet = FOOTER;
const sent: { act: string; variables: unknown }[] = [];

beforeEach(() => {
  snippet = FOOTER;
  sent.length = 0;
  allowed.all = new Set(["TEMPLATES_EDIT"]);
  execute.mockImplementation((document, variables) => {
    const asked = String(document);
    const act = /emailSnippet(Save|Archive|Restore)\(/.exec(asked)?.[0].slice(0, -1);
    if (act !== undefined) {
      sent.push({ act, variables });
      return Promise.resolve({ [act]: { position: 1, emailSnippet: { id: ID, version: 3 }, userErrors: [] } });
    }
    if (asked.includes("emailSnippetVersions(")) return Promise.resolve({ emailSnippetVersions: VERSIONS });
    if (asked.includes("emailSnippetHistory(")) return Promise.resolve({ emailSnippetHistory: [] });
    if (asked.includes("emailTemplatePreview(")) return Promise.resolve({ emailTemplatePreview: PREVIEW });
    if (asked.includes("emailSnippet(")) return Promise.resolve({ emailSnippet: snippet });
    return new Promise(() => {});
  });
});

function open() {
  const router = createMemoryRouter([{ path: "/campaigns/snippets/:id", element: <SnippetPage /> }], {
    initialEntries: [`/campaigns/snippets/${ID}`],
  });
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <TooltipProvider>
        <RouterProvider router={router} />
        <Toasts />
      </TooltipProvider>
    </QueryClientProvider>,
  );
}

const words = () => screen.findByRole("textbox", { name: "Text" });

it("saves what is written as the next version, on the one that was read", async () => {
  open();
  expect(await words()).toHaveValue("New words");
  expect(screen.getByRole("button", { name: "Save" })).toHaveAttribute("aria-disabled", "true");
  fireEvent.change(await words(), { target: { value: "Newer words" } });
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("legal-footer saved")).toBeVisible();
  expect(sent).toEqual([
    {
      act: "emailSnippetSave",
      variables: {
        input: { id: ID, version: 2, blocks: [{ type: "text", text: "Newer words", align: "left" }] },
      },
    },
  ]);
});

it("goes on from an earlier version", async () => {
  open();
  fireEvent.click(await screen.findByRole("button", { name: "Write on from version 1" }));
  expect(await words()).toHaveValue("Old words");
  fireEvent.click(screen.getByRole("button", { name: "Discard" }));
  expect(await words()).toHaveValue("New words");
  expect(sent).toEqual([]);
});

it("says who includes it, and is not archived meanwhile", async () => {
  snippet = { ...FOOTER, usedBy: [{ id: "welcome", name: "Welcome" }] };
  open();
  expect(await screen.findByRole("link", { name: "Welcome" })).toHaveAttribute("href", "/campaigns/templates/welcome");
  const archive = screen.getByRole("button", { name: "Archive" });
  expect(archive).toHaveAttribute("aria-disabled", "true");
  fireEvent.click(archive);
  expect(sent).toEqual([]);
});

it("can only be looked at by who may not write", async () => {
  allowed.all = new Set();
  snippet = { ...FOOTER, mayEdit: false };
  open();
  expect(await screen.findByText(/may not edit snippets/)).toBeVisible();
  expect(screen.queryByRole("textbox", { name: "Text" })).toBeNull();
  expect(screen.queryByRole("button", { name: /Write on from/ })).toBeNull();
});
