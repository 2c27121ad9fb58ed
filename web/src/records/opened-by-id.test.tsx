import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { OpenedById } from "./opened-by-id.tsx";

const ID = "01930000-0000-7000-8000-000000000001";
const OTHER = "01930000-0000-7000-8000-000000000002";

interface Hold {
  id: string;
  label: string;
}

const fetchOne = vi.fn<(id: string, signal: AbortSignal) => Promise<Hold | null>>();
const onClose = vi.fn<() => void>();

beforeEach(() => {
  fetchOne.mockReset();
  onClose.mockReset();
});

/** Draws it, and again with whatever else is on the list or in the address. */
function show(id: string | null, ...rows: Hold[]) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const drawn = (shownId: string | null, shownRows: readonly Hold[]) => (
    <QueryClientProvider client={client}>
      <OpenedById id={shownId} rows={shownRows} what="hold" entity="holds" fetchOne={fetchOne} onClose={onClose}>
        {(hold) => <p>{`Open: ${hold.label}`}</p>}
      </OpenedById>
    </QueryClientProvider>
  );
  const { rerender } = render(drawn(id, rows));
  return (nextId: string | null, ...next: Hold[]) => rerender(drawn(nextId, next));
}

describe("what a link names", () => {
  it("is the row of the list, without asking for it", () => {
    show(ID, { id: OTHER, label: "Fjord" }, { id: ID, label: "Norhavn" });
    expect(screen.getByText("Open: Norhavn")).toBeInTheDocument();
    expect(fetchOne).not.toHaveBeenCalled();
  });

  it("stays open when what is done to it takes it off the list, and shows what changed until then", () => {
    const again = show(ID, { id: ID, label: "Norhavn" });
    again(ID, { id: ID, label: "Norhavn, lifted" });
    again(ID, { id: OTHER, label: "Fjord" });
    expect(screen.getByText("Open: Norhavn, lifted")).toBeInTheDocument();
    again(null);
    expect(screen.queryByText(/^Open/)).toBeNull();
    expect(fetchOne).not.toHaveBeenCalled();
  });

  it("is asked for where it is not on the list, and said to be on its way", async () => {
    let answer: (hold: Hold) => void = () => {};
    fetchOne.mockReturnValue(new Promise((done) => (answer = done)));
    show(ID, { id: OTHER, label: "Fjord" });
    expect(screen.getByRole("dialog", { name: "Opening the hold" })).toBeInTheDocument();
    expect(screen.getByRole("status", { name: "Loading the hold" })).toBeInTheDocument();
    answer({ id: ID, label: "Norhavn" });
    expect(await screen.findByText("Open: Norhavn")).toBeInTheDocument();
    expect(fetchOne.mock.calls.map(([id]) => id)).toEqual([ID]);
  });

  it("is said to be gone, and can be closed", async () => {
    fetchOne.mockResolvedValue(null);
    show(ID);
    expect(await screen.findByRole("dialog", { name: "There is no such hold" })).toBeInTheDocument();
    fireEvent.click(screen.getByText("Close", { selector: "button" }));
    expect(onClose).toHaveBeenCalledOnce();
  });

  it("is not asked for where it cannot be anything", () => {
    show("not-an-id");
    expect(screen.getByRole("dialog", { name: "There is no such hold" })).toBeInTheDocument();
    expect(fetchOne).not.toHaveBeenCalled();
  });

  it("is asked for once more where it could not be read", async () => {
    fetchOne.mockRejectedValueOnce(new TypeError("Failed to fetch"));
    fetchOne.mockResolvedValueOnce({ id: ID, label: "Norhavn" });
    show(ID);
    expect(await screen.findByRole("alert")).toHaveTextContent("The hold could not be loaded");
    fireEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("Open: Norhavn")).toBeInTheDocument();
  });

  it("is nothing where the address names nothing", () => {
    show(null, { id: ID, label: "Norhavn" });
    expect(screen.queryByText(/^Open/)).toBeNull();
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});
