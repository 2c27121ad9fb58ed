import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ofRecord, tasksQuery } from "./queries.ts";
import TasksTab from "./tasks-tab.tsx";

const may = vi.hoisted(() => ({ it: true }));
vi.mock("@/features/identity/me/queries.ts", () => ({ useMay: () => may.it }));
vi.mock("./task-add.tsx", () => ({ TaskAdd: ({ focus = 0 }) => <p>{focus > 0 ? "asked for" : "waiting"}</p> }));

function show() {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  const nothing = {
    pages: [{ totalCount: 0, edges: [], pageInfo: { hasNextPage: false, endCursor: null } }],
    pageParams: [null],
  };
  const about = ofRecord("CONTACT", "c1");
  client.setQueryData(tasksQuery({ ...about, states: ["OPEN"] }).queryKey, nothing);
  client.setQueryData(tasksQuery({ ...about, states: ["DONE", "CANCELLED"] }, 20).queryKey, nothing);
  render(
    <QueryClientProvider client={client}>
      <TasksTab entity="CONTACT" recordId="c1" noun="contact" archived={false} focus={0} />
    </QueryClientProvider>,
  );
}

describe("a record without tasks", () => {
  beforeEach(() => {
    may.it = true;
  });

  it("says what tasks are for and leads to the line for the first", () => {
    show();
    expect(screen.getByText(/Tasks about this contact stand here/)).toBeInTheDocument();
    expect(screen.getByText("waiting")).toBeInTheDocument();
    fireEvent.click(screen.getByRole("button", { name: "Add the first task" }));
    expect(screen.getByText("asked for")).toBeInTheDocument();
  });

  it("offers nothing to those who may not add one", () => {
    may.it = false;
    show();
    expect(screen.queryByRole("button")).toBeNull();
  });
});
