import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { ApiError } from "@/lib/api-error.ts";
import { TextField } from "./field.tsx";
import { FormShell } from "./form-shell.tsx";

describe("FormShell", () => {
  it("keeps what was typed when saving fails, and says so", async () => {
    const onSubmit = vi.fn();
    const form = (error: unknown) => (
      <FormShell onSubmit={onSubmit} loading={false} submitError={error} submitLabel="Create contact">
        <TextField label="Name" defaultValue="" />
      </FormShell>
    );
    const { rerender } = render(form(null));
    await userEvent.type(screen.getByRole("textbox", { name: "Name" }), "Annika{Enter}");
    expect(onSubmit).toHaveBeenCalledOnce();
    rerender(form(new ApiError("The server is busy. Try again.", { code: "busy" })));
    expect(screen.getByRole("alert")).toHaveTextContent("Not saved. What you typed is kept.");
    expect(screen.getByRole("textbox", { name: "Name" })).toHaveValue("Annika");
  });

  it("speaks of nothing typed where there is nothing to fill in", () => {
    render(
      <FormShell onSubmit={vi.fn()} loading={false} submitError={new Error("busy")} submitLabel="Revoke key">
        {null}
      </FormShell>,
    );
    expect(screen.getByRole("alert")).toHaveTextContent("Not done");
    expect(screen.queryByText(/What you typed/)).toBeNull();
  });

  it("ignores a second press while saving", async () => {
    const onSubmit = vi.fn();
    render(
      <FormShell onSubmit={onSubmit} loading submitError={null} submitLabel="Save">
        <TextField label="Name" />
      </FormShell>,
    );
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it("ties the error to its field", () => {
    render(<TextField label="Direct phone" error="Danish numbers have 8 digits. Yours has 2." />);
    const input = screen.getByRole("textbox", { name: "Direct phone" });
    expect(input).toBeInvalid();
    expect(input).toHaveAccessibleDescription("Danish numbers have 8 digits. Yours has 2.");
  });
});
