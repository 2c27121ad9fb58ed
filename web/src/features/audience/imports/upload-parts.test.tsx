import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it, vi } from "vitest";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { PasteBox } from "./paste-box.tsx";
import { SheetPicker } from "./sheet-picker.tsx";

it("the sheet with the most rows is chosen until somebody says otherwise", async () => {
  const onPick = vi.fn();
  const sheets = [
    { name: "Read me", rows: 0 },
    { name: "Visitors", rows: 1200 },
    { name: "Speakers", rows: null },
  ];
  render(<SheetPicker fileName="fair.xlsx" sheets={sheets} onPick={onPick} onCancel={() => {}} />);
  expect(screen.getByRole("radio", { name: "Visitors" })).toBeChecked();
  expect(screen.getByText("About 1,200 rows")).toBeInTheDocument();
  await userEvent.click(screen.getByRole("radio", { name: "Speakers" }));
  await userEvent.click(screen.getByRole("button", { name: /Upload this sheet/ }));
  expect(onPick).toHaveBeenCalledWith("Speakers");
});

function Box({ onSend }: { onSend: () => void }) {
  const [text, setText] = useState("");
  return (
    <TooltipProvider>
      <PasteBox text={text} onChange={setText} onSend={onSend} onClose={() => {}} />
    </TooltipProvider>
  );
}

it("pasted rows are shown as they split, and a header alone is not sent", async () => {
  const onSend = vi.fn();
  render(<Box onSend={onSend} />);
  const area = screen.getByRole("textbox", { name: "Rows, with their header first" });
  const send = () => screen.getByRole("button", { name: /Upload rows/ });
  fireEvent.change(area, { target: { value: "Email;Name" } });
  expect(send()).toHaveAttribute("aria-disabled", "true");
  fireEvent.change(area, { target: { value: "Email;Name\na@norhavn.test;Annika\n" } });
  expect(screen.getByText("1 row, 2 columns, split at the semicolon")).toBeInTheDocument();
  expect(screen.getByRole("columnheader", { name: "Email" })).toBeInTheDocument();
  await userEvent.click(send());
  expect(onSend).toHaveBeenCalledOnce();
});
