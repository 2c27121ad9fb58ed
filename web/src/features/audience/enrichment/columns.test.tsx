import { fireEvent, render, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { Decide } from "./columns.tsx";
import type { Suggestion } from "./queries.ts";

function show(patch: Partial<Suggestion>) {
  const answers = { onAccept: vi.fn(), onReject: vi.fn(), onReopen: vi.fn() };
  const row = { accountId: "a1", accountName: "Norhavn", decision: "PENDING", reverted: false, ...patch } as Suggestion;
  render(
    <TooltipProvider>
      <Decide row={row} {...answers} />
    </TooltipProvider>,
  );
  return { row, ...answers };
}

const names = () => screen.queryAllByRole("button").map((button) => button.getAttribute("aria-label"));

describe("what can be said to a suggestion", () => {
  it("is yes or no while it waits", () => {
    const { row, onAccept, onReject } = show({});
    fireEvent.click(screen.getByRole("button", { name: "Accept for Norhavn" }));
    expect(onAccept).toHaveBeenCalledWith(row);
    fireEvent.click(screen.getByRole("button", { name: "Reject for Norhavn" }));
    expect(onReject).toHaveBeenCalledWith(row);
  });

  it("is that it is looked at again once rejected", () => {
    show({ decision: "REJECTED" });
    expect(names()).toEqual(["Review again for Norhavn"]);
  });

  it("is yes again once it was taken back", () => {
    show({ decision: "ACCEPTED", reverted: true });
    expect(names()).toEqual(["Accept for Norhavn"]);
  });

  it("is nothing while it holds", () => {
    show({ decision: "ACCEPTED" });
    expect(names()).toEqual([]);
  });
});
