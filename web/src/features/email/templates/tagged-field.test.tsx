import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { useState } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { TaggedLine } from "./tagged-field.tsx";

const execute = vi.hoisted(() => vi.fn<(document: unknown, variables: unknown) => Promise<unknown>>());
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));

function Line() {
  const [value, setValue] = useState("Hello , how are you");
  return <TaggedLine label="Subject" value={value} onChange={setValue} />;
}

beforeEach(() => {
  execute.mockResolvedValue({
    emailMergeTags: [
      { path: "contact.first_name", label: "First name", group: "CONTACT" },
      { path: "sender.name", label: "Sender's name", group: "SENDER" },
    ],
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <TooltipProvider>
        <Line />
      </TooltipProvider>
    </QueryClientProvider>,
  );
});

const subject = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Subject", hidden: true });

async function pick(label: string) {
  fireEvent.click(screen.getByRole("button", { name: "Insert a merge tag into subject" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Insert a merge tag" }));
  fireEvent.click(await dialog.findByText("Choose a field"));
  fireEvent.click(await screen.findByRole("option", { name: label, hidden: true }));
  return dialog;
}

it("puts a merge tag with its fallback where the cursor is", async () => {
  subject().setSelectionRange(6, 6);
  const dialog = await pick("Contact: First name");
  fireEvent.change(await dialog.findByRole("textbox", { name: "Where it is empty", hidden: true }), {
    target: { value: "there" },
  });
  expect(dialog.getByText("{{contact.first_name|there}}")).toBeInTheDocument();
  fireEvent.click(dialog.getByRole("button", { name: /^Insert/, hidden: true }));
  await waitFor(() => expect(subject()).toHaveValue("Hello {{contact.first_name|there}}, how are you"));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

it("asks for no fallback where every email has a value", async () => {
  const dialog = await pick("Sender: Sender's name");
  expect(await dialog.findByText("{{sender.name}}")).toBeInTheDocument();
  expect(dialog.queryByRole("textbox", { name: "Where it is empty", hidden: true })).toBeNull();
});
