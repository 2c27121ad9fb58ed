import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { toastDone, Toasts } from "./toast.tsx";

describe("the notice of something done", () => {
  it("leads to what it came to, beside the way back", async () => {
    render(<Toasts />);
    const open = vi.fn();
    toastDone("3 contacts changed", () => Promise.resolve(), { label: "View result", open });
    const link = await screen.findByRole("button", { name: "View result" });
    expect(screen.getByRole("button", { name: "Undo" })).toBeInTheDocument();
    fireEvent.click(link);
    expect(open).toHaveBeenCalledOnce();
    await waitFor(() => expect(screen.queryByText("3 contacts changed")).toBeNull());
  });
});
