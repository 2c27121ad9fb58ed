import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { Menu } from "./menu.tsx";

const show = (closes: boolean) => {
  const onSelect = vi.fn();
  render(
    <Menu
      trigger={<button type="button">Whose</button>}
      entries={[
        { kind: "choice", label: "Mine", checked: true, closes, onSelect: () => {} },
        { kind: "choice", label: "Everybody’s", checked: false, closes, onSelect },
      ]}
    />,
  );
  return onSelect;
};

describe("a choice in a menu", () => {
  it("closes it where one is chosen, and says which one holds", async () => {
    const onSelect = show(true);
    await userEvent.click(screen.getByRole("button", { name: "Whose" }));
    expect(screen.getByRole("menuitemcheckbox", { name: "Mine" })).toBeChecked();
    await userEvent.click(screen.getByRole("menuitemcheckbox", { name: "Everybody’s" }));
    expect(onSelect).toHaveBeenCalledOnce();
    expect(screen.queryByRole("menu")).toBeNull();
  });

  it("keeps it open where several are", async () => {
    show(false);
    await userEvent.click(screen.getByRole("button", { name: "Whose" }));
    await userEvent.click(screen.getByRole("menuitemcheckbox", { name: "Everybody’s" }));
    expect(screen.getByRole("menu")).toBeInTheDocument();
  });
});
