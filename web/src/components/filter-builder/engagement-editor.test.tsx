import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { newEngagement } from "./engagement.ts";
import { FilterChips } from "./filter-chips.tsx";
import { FilterContext, type FilterSetup } from "./setup.ts";
import { emptyGroup, type Group, toJson } from "./tree.ts";
import type { FilterField, Suggestion } from "./types.ts";

const CAMPAIGNS: FilterField = {
  key: "campaigns",
  label: "Campaigns",
  group: "Segments and lists",
  type: "REFERENCES",
  kind: "campaign",
  operators: [],
  options: [],
  suggestions: true,
};

/** A filter in a toolbar, with the JSON it stands for beside it. */
function Bar({ did, campaigns }: { did: string; campaigns?: readonly Suggestion[] }) {
  const [root, setRoot] = useState(() => ({ ...emptyGroup(), children: [newEngagement(did)] }) as Group);
  const setup: FilterSetup = {
    fields: [],
    fieldOf: (key) => (campaigns !== undefined && key === "campaigns" ? CAMPAIGNS : undefined),
    nameOf: () => undefined,
    optionsOf: () => null,
    suggest: (_, prefix) => ({ queryKey: ["found", prefix], queryFn: () => Promise.resolve(campaigns ?? []) }),
    named: () => undefined,
    engagement: true,
    draft: {
      root,
      change: (edit) => setRoot(edit),
      clear: () => setRoot(emptyGroup()),
      sentence: null,
      mistakes: new Map(),
      unreadable: false,
    },
  };
  return (
    <FilterContext value={setup}>
      <FilterChips onBuilder={() => undefined} />
      <output>{JSON.stringify(toJson(root, () => true).json)}</output>
    </FilterContext>
  );
}

const asked = () => JSON.parse(screen.getByRole("status").textContent ?? "null");

describe("asking what happened", () => {
  it("changes how often and when, and denies it", async () => {
    const user = userEvent.setup();
    render(<Bar did="opened" />);
    expect(asked()).toEqual({ v: 1, all: [{ engagement: { did: "opened", at_least: 1, within_days: 90 } }] });
    await user.click(screen.getByRole("button", { name: "Engagement: Opened an email in the last 90 days" }));

    const editor = within(await screen.findByRole("dialog"));
    const least = editor.getByRole("textbox", { name: "At least, times" });
    await user.clear(least);
    await user.type(least, "3");
    await user.selectOptions(editor.getByRole("combobox", { name: "When" }), "ever");
    await user.click(editor.getByRole("checkbox", { name: "Count what programs did, too" }));
    expect(asked()).toEqual({ v: 1, all: [{ engagement: { did: "opened", at_least: 3, machines: true } }] });

    await user.selectOptions(editor.getByRole("combobox", { name: "What happened" }), "sent");
    expect(editor.queryByRole("checkbox")).toBeNull();
    await user.click(editor.getByRole("button", { name: "Did not happen" }));
    expect(asked()).toEqual({ v: 1, all: [{ not: { engagement: { did: "sent", at_least: 3 } } }] });

    await user.keyboard("{Escape}");
    const chip = await screen.findByRole("button", { name: "Engagement: not: was emailed at least 3 times" });
    await user.click(chip);
    expect(await screen.findByRole("combobox", { name: "What happened" })).toHaveValue("sent");
    await user.keyboard("{Escape}");
    await user.click(screen.getByRole("button", { name: "Remove engagement filter" }));
    expect(asked()).toBeNull();
  });

  it("asks in which campaigns, for who sees any", async () => {
    const user = userEvent.setup();
    const found = [
      { value: "c1", label: "Spring" },
      { value: "c2", label: "Autumn" },
    ];
    render(
      <QueryClientProvider client={new QueryClient()}>
        <Bar did="opened" campaigns={found} />
      </QueryClientProvider>,
    );
    await user.click(screen.getByRole("button", { name: "Engagement: Opened an email in the last 90 days" }));
    const editor = within(await screen.findByRole("dialog"));
    await user.click(editor.getByRole("checkbox", { name: "Only in some campaigns" }));
    await user.click(await editor.findByRole("option", { name: "Autumn" }));
    const engagement = { did: "opened", at_least: 1, within_days: 90 };
    expect(asked()).toEqual({ v: 1, all: [{ engagement: { ...engagement, campaign: ["c2"] } }] });
    await user.click(editor.getByRole("checkbox", { name: "Only in some campaigns" }));
    expect(asked()).toEqual({ v: 1, all: [{ engagement }] });
  });

  it("asks nothing of campaigns of who sees none", async () => {
    const user = userEvent.setup();
    render(<Bar did="opened" />);
    await user.click(screen.getByRole("button", { name: "Engagement: Opened an email in the last 90 days" }));
    const editor = within(await screen.findByRole("dialog"));
    expect(editor.queryByRole("checkbox", { name: "Only in some campaigns" })).toBeNull();
  });
});
