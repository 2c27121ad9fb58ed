import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { describe, expect, it, vi } from "vitest";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { NewAccount } from "@/features/audience/contacts/new-account.tsx";
import { createQueryClient } from "@/lib/query-client.ts";
import { ArchivedNotice } from "./archived-notice.tsx";
import { contactKind } from "./kinds/contact-kind.ts";
import { useReadOnlyReason } from "./overview.tsx";
import type { RecordBase } from "./record-kind.ts";
import { RecordMenu } from "./record-menu.tsx";

vi.mock("@/features/identity/me/queries.ts", () => ({ useMay: () => true, useMe: () => ({ role: "ADMIN" }) }));

const contact: RecordBase = {
  id: "c1",
  archived: false,
  mayArchive: true,
  version: 1,
  createdAt: "",
  updatedAt: "",
  fields: {},
};

function ReadOnly({ record }: { record: RecordBase }) {
  return <p>{useReadOnlyReason(contactKind, record) ?? "may be edited"}</p>;
}

function show(record: RecordBase & { erased: boolean }) {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <TooltipProvider>
        <MemoryRouter>
          <ArchivedNotice kind={contactKind} record={record} name="Ada" />
          <NewAccount contact={record} />
          <RecordMenu kind={contactKind} record={record} name="Ada" />
          <ReadOnly record={record} />
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );
}

const offered = async () => {
  await userEvent.click(screen.getByRole("button", { name: "More" }));
  return screen.getAllByRole("menuitem").map((item) => item.textContent);
};

describe("what is offered of a contact", () => {
  it("that was erased: that it was, its link, and nothing that the server would refuse", async () => {
    show({ ...contact, erased: true });
    expect(screen.getByText("Erased for good")).toBeInTheDocument();
    expect(screen.getByText("This contact was erased and cannot be changed")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "New account" })).toBeNull();
    expect(await offered()).toEqual(["Copy link"]);
  });

  it("that is there: everything", async () => {
    show({ ...contact, erased: false });
    expect(screen.queryByText("Erased for good")).toBeNull();
    expect(screen.getByText("may be edited")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "New account" })).toBeInTheDocument();
    expect(await offered()).toEqual(["Copy link", "Archive", "Possible duplicates", "Place a legal hold"]);
  });
});
