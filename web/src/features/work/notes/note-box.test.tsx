import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { NoteBox } from "./note-box.tsx";

/** A box whose saves are answered by the test. */
function box() {
  const saved: string[] = [];
  const answers: { resolve: () => void; reject: (error: unknown) => void }[] = [];
  const save = (body: string) => {
    saved.push(body);
    return new Promise<void>((resolve, reject) => answers.push({ resolve, reject }));
  };
  render(
    <TooltipProvider>
      <NoteBox label="New note" text="" save="Add note" onSave={save} />
    </TooltipProvider>,
  );
  return { saved, answers, area: screen.getByRole("textbox", { name: "New note" }) };
}

describe("NoteBox", () => {
  it("takes the next note while the one before is saved", async () => {
    const { saved, answers, area } = box();
    await userEvent.type(area, "First{Control>}{Enter}{/Control}");
    expect(area).toHaveValue("");
    await userEvent.type(area, "Second{Control>}{Enter}{/Control}Thi");
    expect(saved).toEqual(["First", "Second"]);
    await act(async () => answers.forEach(({ resolve }) => resolve()));
    expect(area).toHaveValue("Thi");
  });

  it("gives back what was refused, before what was written since", async () => {
    const { answers, area } = box();
    await userEvent.type(area, "First{Control>}{Enter}{/Control}Then");
    await act(async () => answers[0]?.reject(new Error("Not now")));
    expect(area).toHaveValue("First\n\nThen");
    expect(screen.getByRole("alert")).toBeInTheDocument();
  });
});
