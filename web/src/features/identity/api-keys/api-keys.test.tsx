import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it } from "vitest";
import { ScopesField } from "./scopes-field.tsx";
import { SecretDialog } from "./secret-dialog.tsx";

const SCOPES = [
  { permission: "CONTACTS_VIEW", act: "see contacts" },
  { permission: "CONTACTS_EDIT", act: "create or edit contacts" },
];

function Chosen() {
  const [chosen, setChosen] = useState<string[]>([]);
  const error = chosen.length === 0 ? "Choose at least one." : undefined;
  return (
    <>
      <ScopesField scopes={SCOPES} chosen={chosen} error={error} onChange={setChosen} />
      <output>{chosen.join(" ")}</output>
    </>
  );
}

it("lets scopes be chosen by their words, and taken back", async () => {
  render(<Chosen />);
  expect(screen.getByRole("group", { name: /It may/ })).toHaveAccessibleDescription("Choose at least one.");
  await userEvent.click(screen.getByRole("checkbox", { name: "See contacts" }));
  await userEvent.click(screen.getByRole("checkbox", { name: "Create or edit contacts" }));
  expect(screen.getByRole("status")).toHaveTextContent("CONTACTS_VIEW CONTACTS_EDIT");
  await userEvent.click(screen.getByRole("checkbox", { name: "See contacts" }));
  expect(screen.getByRole("status")).toHaveTextContent("CONTACTS_EDIT");
});

it("shows a secret with the warning that it is not shown again", () => {
  render(<SecretDialog secret="pvk_1a2b3c4d_secret" onClose={() => undefined} />);
  expect(screen.getByRole("textbox", { name: "API key" })).toHaveValue("pvk_1a2b3c4d_secret");
  expect(screen.getByText(/not shown again/)).toBeVisible();
});
