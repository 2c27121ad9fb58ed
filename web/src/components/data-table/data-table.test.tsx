import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { createPortal } from "react-dom";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { installShortcuts } from "@/lib/keys.ts";
import type { RecordList } from "@/lib/use-record-list.ts";
import { TooltipProvider } from "../tooltip.tsx";
import { BulkBar } from "./bulk-bar.tsx";
import { nextSort } from "./column-head.tsx";
import { DataTable } from "./data-table.tsx";
import type { Column, Sort } from "./types.ts";
import { arrange } from "./use-column-layout.ts";

// jsdom has no layout: every row is in sight.
vi.mock("@tanstack/react-virtual", () => ({
  useVirtualizer: ({ count }: { count: number }) => ({
    getVirtualItems: () =>
      Array.from({ length: count }, (_, index) => ({ index, start: index * 40, end: index * 40 + 40 })),
    getTotalSize: () => count * 40,
    scrollToIndex: () => {},
    measure: () => {},
  }),
}));

interface Person {
  id: string;
  name: string;
  title: string;
}

const PEOPLE: Person[] = Array.from({ length: 8 }, (_, index) => ({
  id: `p${index}`,
  name: `Person ${index}`,
  title: `Title ${index}`,
}));

function listOf(rows: Person[], patch: Partial<RecordList<Person>> = {}): RecordList<Person> {
  return {
    rows,
    offset: 0,
    hasNext: false,
    hasPrevious: false,
    loadNext: () => {},
    loadPrevious: () => {},
    loading: false,
    changing: false,
    error: null,
    retry: () => {},
    total: rows.length,
    ...patch,
  };
}

const COLUMNS: Column<Person>[] = [
  { id: "name", header: "Name", width: 200, sortField: "full_name", cell: (row) => row.name },
  {
    id: "title",
    header: "Title",
    width: 200,
    cell: (row) => row.title,
    editor: (row, close) => <input aria-label={`Title of ${row.name}`} onBlur={close} />,
  },
];

function Table({
  list = listOf(PEOPLE),
  what = "",
  onOpen = () => {},
  columns = COLUMNS,
}: {
  list?: RecordList<Person>;
  what?: string;
  onOpen?: (row: Person) => void;
  columns?: Column<Person>[];
}) {
  const [sort, setSort] = useState<Sort | null>(null);
  return (
    <TooltipProvider>
      <DataTable
        id="test"
        label="People"
        nouns={["person", "people"]}
        columns={columns}
        list={list}
        what={what}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        sort={sort}
        onSort={setSort}
        onOpen={onOpen}
        phoneRow={(row) => ({ lead: null, title: row.name, detail: row.title, aside: "" })}
        empty={<p>Nobody here</p>}
        bulk={(selection) => (
          <>
            <p>
              {selection.matching
                ? selection.except.size === 0
                  ? "all"
                  : `all but ${selection.except.size}`
                : selection.count}{" "}
              picked
            </p>
            <BulkBar selection={selection} mayTakeAll>
              {(tight) => (tight ? "in the menu" : "side by side")}
            </BulkBar>
          </>
        )}
      />
    </TooltipProvider>
  );
}

let uninstall: () => void;
beforeEach(() => {
  localStorage.clear();
  uninstall = installShortcuts();
});
afterEach(() => uninstall());

describe("DataTable", () => {
  it("sorts ascending, descending, then not at all", () => {
    const first = nextSort(null, "email");
    expect(first).toEqual({ field: "email", direction: "ASC" });
    expect(nextSort(first, "email")).toEqual({ field: "email", direction: "DESC" });
    expect(nextSort({ field: "email", direction: "DESC" }, "email")).toBeNull();
  });

  it("says the sorted column to assistive technology", async () => {
    render(<Table />);
    await userEvent.click(within(screen.getByRole("columnheader", { name: /Name/ })).getByRole("button"));
    expect(screen.getByRole("columnheader", { name: /Name/ })).toHaveAttribute("aria-sort", "ascending");
  });

  it("keeps the focus where the cursor is when other rows come, and takes it from nobody", async () => {
    const others = PEOPLE.map((person) => ({ ...person, id: `other-${person.id}`, name: `Other ${person.id}` }));
    const { rerender } = render(<Table />);
    const rows = () => screen.getAllByRole("row").slice(1);
    await userEvent.keyboard("jj");
    await waitFor(() => expect(rows()[1]).toHaveFocus());
    rerender(<Table list={listOf([], { loading: true })} />);
    rerender(<Table list={listOf(others)} />);
    expect(rows()[1]).toHaveFocus();
    const head = within(screen.getByRole("columnheader", { name: /Name/ })).getByRole("button");
    head.focus();
    rerender(<Table list={listOf(PEOPLE)} />);
    expect(head).toHaveFocus();
  });

  it("walks by j and k, selects by x, extends by shift, opens by Enter", async () => {
    const onOpen = vi.fn();
    render(<Table onOpen={onOpen} />);
    await userEvent.keyboard("jj");
    await userEvent.keyboard("x");
    expect(screen.getByText("1 picked")).toBeInTheDocument();
    await userEvent.keyboard("{Shift>}J{/Shift}");
    expect(screen.getByText("2 picked")).toBeInTheDocument();
    await userEvent.keyboard("{Enter}");
    expect(onOpen).toHaveBeenLastCalledWith(PEOPLE[2], 2);
    await userEvent.keyboard("{Escape}");
    expect(screen.getByText("0 picked")).toBeInTheDocument();
  });

  it("opens by a press on the row, and not by one on what the row opened over the page", async () => {
    const onOpen = vi.fn();
    const over = (row: Person) => createPortal(<div role="menuitem">Disable {row.name}</div>, document.body);
    const menu: Column<Person> = { id: "menu", header: "", width: 60, cell: over };
    render(<Table onOpen={onOpen} columns={[...COLUMNS, menu]} />);
    await userEvent.click(screen.getByRole("menuitem", { name: "Disable Person 3" }));
    expect(onOpen).not.toHaveBeenCalled();
    await userEvent.click(screen.getByText("Person 3"));
    expect(onOpen).toHaveBeenCalledTimes(1);
  });

  it("edits the first editable cell of the row by e", async () => {
    render(<Table />);
    await userEvent.keyboard("je");
    expect(screen.getByRole("textbox", { name: "Title of Person 0" })).toBeInTheDocument();
  });

  it("selects all rows loaded from the head", async () => {
    render(<Table />);
    await userEvent.click(screen.getByRole("checkbox", { name: "Select all rows loaded" }));
    expect(screen.getByText("8 picked")).toBeInTheDocument();
  });

  it("selects all that match, but for those let go of, until the filter is another", async () => {
    const more = listOf(PEOPLE, { total: 1284 });
    const { rerender } = render(<Table list={more} what="all" />);
    await userEvent.keyboard("{Shift>}A{/Shift}");
    expect(screen.getByText("all picked")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("checkbox", { name: "Select Person 3" }));
    expect(screen.getByText("all but 1 picked")).toBeInTheDocument();
    expect(screen.getByRole("toolbar")).toHaveTextContent("1,283 of 1,284 selected");
    await userEvent.click(screen.getByRole("checkbox", { name: "Select Person 3" }));
    expect(screen.getByText("all picked")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("checkbox", { name: "Select Person 4" }));
    await userEvent.click(screen.getByRole("button", { name: "Select all 1,284 that match" }));
    expect(screen.getByText("all picked")).toBeInTheDocument();
    rerender(<Table list={more} what="some" />);
    expect(screen.getByText("0 picked")).toBeInTheDocument();
  });

  it("lets go of all that match from the head", async () => {
    render(<Table list={listOf(PEOPLE, { total: 1284 })} what="all" />);
    await userEvent.keyboard("{Shift>}A{/Shift}");
    await userEvent.click(screen.getByRole("checkbox", { name: "Select all rows loaded" }));
    expect(screen.getByText("0 picked")).toBeInTheDocument();
  });

  it("says why there are no rows", () => {
    render(<Table list={listOf([])} />);
    expect(screen.getByText("Nobody here")).toBeInTheDocument();
  });

  it("shows heads while loading and keeps the total's place", () => {
    render(<Table list={listOf([], { loading: true, total: null })} />);
    expect(screen.getByRole("columnheader", { name: /Name/ })).toBeInTheDocument();
    expect(screen.getByText("Counting people")).toBeInTheDocument();
  });

  it("keeps known columns in the stored order and the first one first", () => {
    const columns = ["a", "b", "c", "d"].map((id) => ({ id, header: id, width: 1, cell: () => null }));
    expect(arrange(columns, ["c", "a"]).map((column) => column.id)).toEqual(["a", "c", "b", "d"]);
  });

  it("puts what can wait into the menu where the list has little room", async () => {
    const wide = vi.spyOn(Element.prototype, "clientWidth", "get").mockReturnValue(1200);
    const { unmount } = render(<Table />);
    await userEvent.click(screen.getByRole("checkbox", { name: "Select Person 1" }));
    expect(screen.getByRole("toolbar", { name: "Selected rows" })).toHaveTextContent("side by side");
    unmount();
    wide.mockReturnValue(760);
    render(<Table />);
    await userEvent.click(screen.getByRole("checkbox", { name: "Select Person 1" }));
    expect(screen.getByRole("toolbar", { name: "Selected rows" })).toHaveTextContent("in the menu");
    wide.mockRestore();
  });
});
