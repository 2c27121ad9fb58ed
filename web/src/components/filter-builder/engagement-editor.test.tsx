import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { AddFilter, FilterChips } from "./filter-chips.tsx";
import { FilterContext, type FilterSetup } from "./setup.ts";
import { emptyGroup, toJson } from "./tree.ts";

/** A filter in a toolbar, with the JSON it stands for beside it. */
function Bar({ engagement }: { engagement: boolean }) {
  const [root, setRoot] = useState(() => emptyGroup());
  const setup: FilterSetup = {
    fields: [],
    fieldOf: () => undefined,
    nameOf: () => undefined,
    optionsOf: () => null,
    suggest: () => ({ queryKey: [], queryFn: () => Promise.resolve([]) }),
    named: () => undefined,
    engagement,
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
      <AddFilter onBuilder={() => undefined} />
      <output>{JSON.stringify(toJson(root, () => true).json)}</output>
    </FilterContext>
  );
}

const asked = () => JSON.parse(screen.getByRole("status").textContent ?? "null");

describe("asking what happened", () => {
  it("adds a condition, changes how often and when, and denies it", async () => {
    const user = userEvent.setup();
    render(<Bar engagement />);
    await user.click(screen.getByRole("button", { name: /Filter/ }));
    await user.click(await screen.findByRole("option", { name: "Opened an email" }));
    expect(asked()).toEqual({ v: 1, all: [{ engagement: { did: "opened", at_least: 1, within_days: 90 } }] });

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

  it("is not offered of accounts", async () => {
    const user = userEvent.setup();
    render(<Bar engagement={false} />);
    await user.click(screen.getByRole("button", { name: /Filter/ }));
    expect(await screen.findByRole("option", { name: /Groups/ })).toBeVisible();
    expect(screen.queryByRole("option", { name: "Opened an email" })).toBeNull();
  });
});
