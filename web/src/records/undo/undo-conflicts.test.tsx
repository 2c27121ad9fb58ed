import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { MemoryRouter } from "react-router";
import { expect, it } from "vitest";
import { chosenCount, LEAVE_ALL, type UndoneRecord, VALUES_BACK } from "./undo.ts";
import { UndoConflicts } from "./undo-conflicts.tsx";

const conflicts: UndoneRecord[] = [
  {
    id: "1",
    entity: "CONTACT",
    name: "Annika Vester",
    changes: [
      {
        entity: "CONTACT",
        field: "job_title",
        label: "Job title",
        old: "Head of Fleet",
        new: null,
        kept: false,
        rule: null,
      },
    ],
    reasons: [{ field: "Job title", message: "Changed since the import.", choosable: true }],
  },
  {
    id: "2",
    entity: "ACCOUNT",
    name: null,
    changes: [],
    reasons: [{ field: null, message: "Something happened with it since the import.", choosable: true }],
  },
  {
    id: "3",
    entity: "ACCOUNT",
    name: "Norhavn",
    changes: [],
    reasons: [{ field: "Domain", message: "Another record has the old value now.", choosable: false }],
  },
];

function Page() {
  const [choice, setChoice] = useState(LEAVE_ALL);
  return (
    <MemoryRouter>
      <UndoConflicts
        words={{ work: "import", back: VALUES_BACK, whole: "Is archived" }}
        conflicts={conflicts}
        total={1200}
        fields={{ CONTACT: [], ACCOUNT: [] }}
        choice={choice}
        onChoice={setChoice}
      />
      <output>{chosenCount(choice, 1200)}</output>
    </MemoryRouter>
  );
}

it("says why each is left, and leaves everything that is not ticked", async () => {
  render(<Page />);
  const [, first, second] = screen.getAllByRole("row");
  expect(first).toHaveTextContent("Job title: changed since the import.");
  expect(first).toHaveTextContent("Head of Fleet");
  expect(second).toHaveTextContent("Something happened with it since the import.");
  expect(screen.getByRole("status")).toHaveTextContent("0");
  await userEvent.click(within(first as HTMLElement).getByRole("checkbox", { name: "Undo Annika Vester too" }));
  expect(screen.getByRole("status")).toHaveTextContent("1");
  expect(screen.queryByRole("checkbox", { name: "Undo Norhavn too" })).toBeNull();
});

it("all of them can be chosen, those not loaded too", async () => {
  render(<Page />);
  await userEvent.click(screen.getByRole("checkbox", { name: "Undo all 1,200 too" }));
  expect(screen.getByRole("status")).toHaveTextContent("1200");
});
