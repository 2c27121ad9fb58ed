import { fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { fieldText } from "./field-value.tsx";
import { SeveralInput } from "./several-input.tsx";

const option = (value: string, label = value, retired = false) => ({ value, label, retired });
const OPTIONS = [option("Gold", "Gold partner"), option("Silver"), option("Tin", "Tin", true)];

function Editor({ start, onBlur, onKeyDown }: { start: string; onBlur?: () => void; onKeyDown?: () => void }) {
  const [value, setValue] = useState(start);
  return (
    <>
      <SeveralInput
        options={OPTIONS}
        value={value}
        onChange={setValue}
        onBlur={onBlur}
        onKeyDown={onKeyDown}
        aria={{ "aria-label": "Tiers" }}
      />
      <output>{value}</output>
    </>
  );
}

describe("several options", () => {
  it("are pressed and released, and sent by their values", () => {
    render(<Editor start="Silver" />);
    fireEvent.click(screen.getByRole("button", { name: "Gold partner" }));
    expect(screen.getByRole("status").textContent).toBe("Silver; Gold");
    fireEvent.click(screen.getByRole("button", { name: "Silver", pressed: true }));
    expect(screen.getByRole("status").textContent).toBe("Gold");
  });

  it("offer a retired one only where it is held", () => {
    const { unmount } = render(<Editor start="" />);
    expect(screen.queryByRole("button", { name: "Tin" })).toBeNull();
    unmount();
    render(<Editor start="Tin" />);
    expect(screen.getByRole("button", { name: "Tin", pressed: true })).toBeDefined();
  });

  it("are left only when the focus goes elsewhere, and saved by Enter", () => {
    const [left, keys] = [vi.fn(), vi.fn()];
    render(<Editor start="" onBlur={left} onKeyDown={keys} />);
    const [gold, silver] = screen.getAllByRole("button");
    fireEvent.blur(gold as Element, { relatedTarget: silver });
    expect(left).not.toHaveBeenCalled();
    fireEvent.keyDown(gold as Element, { key: " " });
    fireEvent.keyDown(gold as Element, { key: "Enter" });
    expect(keys).toHaveBeenCalledTimes(1);
    fireEvent.blur(gold as Element, { relatedTarget: null });
    expect(left).toHaveBeenCalledTimes(1);
  });
});

describe("a custom value in words", () => {
  const custom = (kind: string) => ({ kind, custom: true, choices: OPTIONS });

  it("is called as its options are called now", () => {
    expect(fieldText(custom("choice"), "Gold")).toBe("Gold partner");
    expect(fieldText(custom("multi"), ["Gold", "Old one"])).toBe("Gold partner, Old one");
    expect(fieldText(custom("choice"), "free_text")).toBe("free_text");
    expect(fieldText(custom("number"), "12.5")).toBe("12.5");
  });
});
