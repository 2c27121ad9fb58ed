import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { Problem } from "./queries.ts";
import { SourceEditor, startOf } from "./source-editor.tsx";

const SOURCE = "<mjml>\n  <mj-body>\n    <mj-bodi />\n  </mj-body>\n</mjml>";
const PROBLEM: Problem = {
  severity: "ERROR",
  code: "MJML_UNKNOWN",
  part: "BODY",
  line: 3,
  message: "There is no element <mj-bodi> in MJML.",
};

it("leads from a problem to its line", async () => {
  render(<SourceEditor value={SOURCE} onChange={() => {}} problems={[PROBLEM]} />);
  const field = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "MJML" });
  await userEvent.click(screen.getByRole("button", { name: "Line 3" }));
  expect(field).toHaveFocus();
  expect(SOURCE.slice(field.selectionStart, field.selectionEnd)).toBe("    <mj-bodi />");
});

it("knows where lines begin", () => {
  expect([1, 2, 3].map((line) => startOf("a\nbc\n", line))).toEqual([0, 2, 5]);
});
