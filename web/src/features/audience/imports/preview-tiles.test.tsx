import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { rowLists, sideLists } from "./preview.ts";
import { PreviewTiles } from "./preview-tiles.tsx";

const counts = {
  outcomes: {
    read: 1240,
    created: 1200,
    updated: 30,
    unchanged: 0,
    mergedInFile: 0,
    matchesArchived: 0,
    rejected: 10,
    notRun: 0,
    warnings: 1,
  },
  accountsCreated: 80,
  accountsUpdated: 0,
};

it("every number opens its list, accounts counted apart", async () => {
  const onOpen = vi.fn();
  render(
    <PreviewTiles
      lists={rowLists(counts, ["contact", "contacts"])}
      beside={sideLists(counts, true)}
      open="created"
      onOpen={onOpen}
    />,
  );
  expect(screen.getByRole("button", { name: /^New ?1,200/ })).toHaveAttribute("aria-pressed", "true");
  await userEvent.click(screen.getByRole("button", { name: /^Rejected ?10/ }));
  expect(onOpen).toHaveBeenLastCalledWith("rejected");
  await userEvent.click(screen.getByRole("button", { name: "80 new accounts" }));
  expect(onOpen).toHaveBeenLastCalledWith("accounts_created");
  expect(screen.getByRole("button", { name: "1 row with a warning" })).toBeInTheDocument();
  // What did not happen is not in the way.
  expect(screen.queryByRole("button", { name: /updated account/ })).not.toBeInTheDocument();
});
