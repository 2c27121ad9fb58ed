import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { MemoryRouter } from "react-router";
import { expect, it } from "vitest";
import { FixGrid } from "./fix-grid.tsx";
import { cellOf, fixed, type Fixes, NO_FIXES, pasted, type RejectedRow } from "./fixes.ts";

const column = (index: number, header: string) => ({
  index,
  header,
  samples: [],
  suggestedField: null,
  suggestedEntity: null,
  confidence: 0,
});
const columns = [column(0, "Email"), column(1, "Country")];
const problem = {
  code: "email_syntax",
  field: "email",
  message: "Email: not a valid address.",
  value: null,
  rejected: true,
};
const rows: RejectedRow[] = [
  { row: 4, cells: ["annika(at)norhavn.test", "Dänmrak"], problems: [problem], triedIn: "child" },
  { row: 9, cells: ["luca(at)ferrandi.test", "Italy"], problems: [problem], triedIn: null },
];

function Sheet() {
  const [fixes, setFixes] = useState<Fixes>(NO_FIXES);
  return (
    <>
      <FixGrid
        columns={columns as never}
        mapped={new Set([0])}
        columnOf={(problem) => (problem.field === "email" ? 0 : null)}
        rows={rows}
        fixes={fixes}
        onCell={(row, at, value) => setFixes(fixed(fixes, row, at, value))}
        onLeave={() => {}}
        onPaste={(index, at, text) => setFixes(pasted(fixes, rows, { index, column: at }, columns.length, text))}
      />
      <output>{rows.map((row) => cellOf(fixes, row, 0)).join(" ")}</output>
    </>
  );
}

it("cells are typed over, Enter goes down, and what is wrong is said of each cell", async () => {
  const user = userEvent.setup();
  render(<Sheet />, { wrapper: MemoryRouter });
  const first = screen.getByRole("textbox", { name: "Email, row 4" });
  expect(first).toBeInvalid();
  expect(first).toHaveAccessibleDescription(/^Email: not a valid address./);
  expect(screen.getByRole("link", { name: "Mended before, rejected again" })).toHaveAttribute(
    "href",
    "/contacts/imports/child",
  );
  await user.clear(first);
  await user.type(first, "annika@norhavn.test{Enter}");
  expect(first).toBeValid();
  expect(screen.getByText("Changed")).toBeInTheDocument();
  const second = screen.getByRole("textbox", { name: "Email, row 9" });
  expect(second).toHaveFocus();
  await user.keyboard("{ArrowUp}");
  expect(first).toHaveFocus();
});

it("a pasted column fills downwards", async () => {
  const user = userEvent.setup();
  render(<Sheet />, { wrapper: MemoryRouter });
  await user.click(screen.getByRole("textbox", { name: "Email, row 4" }));
  await user.paste("a@norhavn.test\nl@ferrandi.test\n");
  expect(screen.getByRole("status")).toHaveTextContent("a@norhavn.test l@ferrandi.test");
});
