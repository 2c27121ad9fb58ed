import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { newEngagement } from "./engagement.ts";
import { FilterChips } from "./filter-chips.tsx";
import { FilterContext, type FilterSetup } from "./setup.ts";
import { emptyGroup, type Group, toJson } from "./tree.ts";

/** A filter in a toolbar, with the JSON it stands for beside it. */
function Bar({ did }: { did: string }) {
  const [root, setRoot] = useState(() => ({ ...emptyGroup(), children: [newEngagement(did)] }) as Group);
  const setup: FilterSetup = {
    fields: [],
    fieldOf: () => undefined,
    nameOf: () => undefined,
    optionsOf: () => null,
    suggest: () => ({ queryKey: [], queryFn: () => Promise.resolve([]) }),
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
});
