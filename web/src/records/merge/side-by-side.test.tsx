import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { expect, it } from "vitest";
import type { FieldDefinition } from "../catalogue.ts";
import { mergeInput } from "./mutations.ts";
import type { Side } from "./queries.ts";
import { SideBySide } from "./side-by-side.tsx";
import { useTogether } from "./use-together.ts";

const field = (key: string, label: string): FieldDefinition => ({
  key,
  label,
  kind: "text",
  group: "General",
  personal: false,
  writable: true,
  unique: false,
  required: false,
  sortable: true,
  custom: false,
  options: [],
  choices: [],
});

const side = (id: string, fields: Side["fields"]): Side => ({
  id,
  version: id.length,
  fields,
  createdAt: "2026-03-01T09:00:00Z",
  updatedAt: "2026-03-01T09:00:00Z",
});

const SIDES = [
  side("a", { job_title: "Buyer", tags: ["x"] }),
  side("bb", { job_title: "Purchaser", city: "Ribe", tags: ["y"] }),
  side("ccc", { job_title: "Buyer" }),
];

function Three() {
  const decided = useTogether("CONTACT", SIDES);
  const catalogue = [field("job_title", "Job title"), field("city", "City"), field("tags", "Tags")];
  return (
    <MemoryRouter>
      <SideBySide entity="CONTACT" sides={SIDES} catalogue={catalogue} decided={decided} />
      <output>{decided.together === null ? "" : JSON.stringify(mergeInput(decided.together))}</output>
    </MemoryRouter>
  );
}

const sent = () => JSON.parse(screen.getByRole("status").textContent ?? "") as ReturnType<typeof mergeInput>;

it("holds any number of records side by side, the fullest staying, each field from whoever is chosen", async () => {
  render(<Three />);
  expect(screen.getAllByText("Becomes part of it")).toHaveLength(2);
  expect(sent()).toMatchObject({ survivor: "bb", absorbed: ["a", "ccc"], choices: [] });
  // Lists are united: there is nothing to choose.
  expect(screen.queryByRole("radio", { name: /^Tags/ })).not.toBeInTheDocument();
  await userEvent.click(screen.getAllByRole("radio", { name: "Job title: Buyer" })[1] as HTMLElement);
  expect(sent().choices).toEqual([{ field: "job_title", from: "ccc" }]);
  expect(sent().versions).toEqual([
    { id: "bb", version: 2 },
    { id: "a", version: 1 },
    { id: "ccc", version: 3 },
  ]);
  await userEvent.click(screen.getAllByRole("radio", { name: "Becomes part of it" })[0] as HTMLElement);
  expect(sent()).toMatchObject({ survivor: "a", choices: [] });
});
