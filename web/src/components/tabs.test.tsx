import { fireEvent, render, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { Tabs } from "./tabs.tsx";

const ITEMS = [
  { id: "overview", label: "Overview", content: "what it is" },
  { id: "history", label: "History", content: "what it was" },
];

function show(value: string, onChange: (id: string) => void) {
  return <Tabs label="A record" value={value} onChange={onChange} items={ITEMS} />;
}
const press = (name: string) => fireEvent.mouseDown(screen.getByRole("tab", { name }), { button: 0 });
const selected = () => screen.getByRole("tab", { selected: true }).textContent;

describe("tabs whose value follows later, as one in the URL does", () => {
  it("open at once, and go back when the former one is pressed before that", () => {
    const onChange = vi.fn<(id: string) => void>();
    render(show("overview", onChange));
    press("History");
    expect(onChange).toHaveBeenLastCalledWith("history");
    expect(screen.getByText("what it was")).toBeInTheDocument();
    press("Overview");
    expect(onChange).toHaveBeenLastCalledWith("overview");
    expect(selected()).toBe("Overview");
  });

  it("show what the value says when it changes by itself", () => {
    const onChange = vi.fn<(id: string) => void>();
    const { rerender } = render(show("overview", onChange));
    press("History");
    rerender(show("history", onChange));
    expect(selected()).toBe("History");
    // By Back.
    rerender(show("overview", onChange));
    expect(selected()).toBe("Overview");
  });
});
