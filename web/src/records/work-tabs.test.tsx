import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { handleKey } from "@/lib/keys.ts";
import { contactKind } from "./kinds/contact-kind.ts";
import type { RecordBase } from "./record-kind.ts";
import { useWork } from "./work-tabs.tsx";

vi.mock("@/features/identity/me/queries.ts", () => ({ useMay: () => true }));

const contact: RecordBase = {
  id: "c1",
  archived: false,
  mayArchive: true,
  version: 1,
  createdAt: "",
  updatedAt: "",
  // Without an email, or anything else to be reached by.
  fields: {},
};

function Buttons({ record, open }: { record: RecordBase; open: (tab: string) => void }) {
  return <>{useWork(contactKind, record, "Grace Hopper", open).buttons}</>;
}

function show(record: RecordBase) {
  const open = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { enabled: false } } })}>
      <Buttons record={record} open={open} />
    </QueryClientProvider>,
  );
  return open;
}

describe("the work on a record", () => {
  it("begins by a button or its key, whatever is known of the record", () => {
    const open = show(contact);
    fireEvent.click(screen.getByRole("button", { name: "Task" }));
    expect(open).toHaveBeenLastCalledWith("tasks");
    fireEvent.click(screen.getByRole("button", { name: "Note" }));
    expect(open).toHaveBeenLastCalledWith("notes");
    handleKey(new KeyboardEvent("keydown", { key: "t" }));
    expect(open).toHaveBeenLastCalledWith("tasks");
  });

  it("is not added to what is in the archive", () => {
    show({ ...contact, archived: true });
    expect(screen.queryByRole("button")).toBeNull();
  });
});
