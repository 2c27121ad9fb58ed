import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useEffect, useState } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { Toasts } from "@/components/toast.tsx";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { BlockList } from "./block-list.tsx";
import { type Block, everyBlock, newBlock } from "./blocks.ts";
import type { Snippet } from "./queries.ts";

const FOOTER: Snippet = {
  id: "footer",
  brandId: "northwind",
  brandName: "Northwind",
  name: "legal-footer",
  version: 2,
  blocks: [{ type: "text", text: "Northwind Ltd, Oslo" }],
  archived: false,
  usedBy: [],
  savedByName: "Maren",
  savedAt: "2026-03-01T10:00:00Z",
  mayEdit: true,
};
vi.mock("@/lib/graphql.ts", async (original) => ({
  ...(await original<object>()),
  execute: () => Promise.resolve({ emailSnippets: [FOOTER, { ...FOOTER, id: "old", name: "old", archived: true }] }),
}));

let shown: readonly Block[] = [];

function Form({ start }: { start: Block[] }) {
  const [blocks, setBlocks] = useState(start);
  useEffect(() => {
    shown = blocks;
  }, [blocks]);
  return <BlockList label="The email" blocks={blocks} edit={setBlocks} />;
}

function open(start: Block[] = []) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <TooltipProvider>
        <Form start={start} />
        <Toasts />
      </TooltipProvider>
    </QueryClientProvider>,
  );
}

const types = () => shown.map(({ type }) => type).join(" ");
const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));
const all = () => within(screen.getByRole("group", { name: "Add to the email" }));

beforeEach(() => {
  shown = [];
});

it("adds a block, and typing goes on in it", async () => {
  open();
  expect(screen.getByText("Nothing here yet. Add the first block.")).toBeVisible();
  await userEvent.click(all().getByRole("button", { name: "Heading" }));
  expect(screen.getByRole("textbox", { name: "Words" })).toHaveFocus();
  await userEvent.keyboard("News");
  expect(shown).toMatchObject([{ type: "heading", text: "News", level: 2 }]);
  expect(screen.getByText("Heading added")).toHaveAttribute("role", "status");
});

it("moves blocks by buttons that say why they do nothing at the ends", async () => {
  open([newBlock("heading"), newBlock("divider"), newBlock("spacer")]);
  expect(screen.getByRole("button", { name: "Move heading 1 up" })).toHaveAttribute("aria-disabled", "true");
  expect(screen.getByRole("button", { name: "Move spacer 3 down" })).toHaveAttribute("aria-disabled", "true");
  await press("Move heading 1 down");
  expect(types()).toBe("divider heading spacer");
  expect(screen.getByText("Heading moved to place 2 of 3")).toBeInTheDocument();
  await press("Move spacer 3 up");
  expect(types()).toBe("divider spacer heading");
});

it("duplicates a block, and brings back one that was deleted", async () => {
  open([newBlock("heading"), { ...newBlock("text"), text: "Hello" } as Block]);
  await press("Duplicate text 2");
  expect(shown).toMatchObject([{ type: "heading" }, { text: "Hello" }, { text: "Hello" }]);
  await press("Delete heading 1");
  expect(types()).toBe("text text");
  await userEvent.click(await screen.findByRole("button", { name: /^Undo/ }));
  expect(types()).toBe("heading text text");
});

it("has blocks in columns, and no columns in columns", async () => {
  open([newBlock("columns")]);
  const first = within(screen.getByRole("group", { name: "Column 1" }));
  expect(first.queryByRole("button", { name: "Columns" })).toBeNull();
  await userEvent.click(first.getByRole("button", { name: "Divider" }));
  expect(types()).toBe("columns");
  expect(everyBlock(shown).map(({ type }) => type)).toEqual(["columns", "divider"]);
  expect(screen.getByRole("button", { name: "Remove column 1" })).toHaveAttribute("aria-disabled", "true");
  await press("Add a column");
  await press("Remove column 3");
  expect(shown).toMatchObject([{ columns: [{ blocks: [{ type: "divider" }] }, { blocks: [] }] }]);
});

it("makes bold what is chosen, and writes links", async () => {
  open([{ ...newBlock("text"), text: "Hello you" } as Block]);
  const field = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Text" });
  field.focus();
  field.setSelectionRange(6, 9);
  await press("Bold");
  expect(shown).toMatchObject([{ text: "Hello **you**" }]);
  await waitFor(() => expect([field.selectionStart, field.selectionEnd]).toEqual([8, 11]));
  field.setSelectionRange(13, 13);
  await press("Link");
  expect(shown).toMatchObject([{ text: "Hello **you**[words of the link](https://)" }]);
});

it("puts a snippet in by its name, chosen among those in use", async () => {
  open();
  fireEvent.click(all().getByRole("button", { name: "Snippet" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Insert a snippet" }));
  const insert = () => fireEvent.click(dialog.getByRole("button", { name: /^Insert/, hidden: true }));
  insert();
  expect(await dialog.findByText("Choose the snippet that shall stand there.")).toBeInTheDocument();
  expect(shown).toEqual([]);
  fireEvent.click(await dialog.findByText("Choose a snippet"));
  expect(await screen.findByRole("option", { name: "Northwind: legal-footer", hidden: true })).toBeInTheDocument();
  expect(screen.queryByRole("option", { name: "Northwind: old", hidden: true })).toBeNull();
  fireEvent.click(screen.getByRole("option", { name: "Northwind: legal-footer", hidden: true }));
  insert();
  await waitFor(() => expect(shown).toMatchObject([{ type: "snippet", name: "legal-footer" }]));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(screen.getByText("Northwind Ltd, Oslo")).toBeVisible();
});
