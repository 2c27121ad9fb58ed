import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, within } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { describe, expect, it } from "vitest";
import { type Task, taskCountsQuery, tasksQuery } from "@/features/work/tasks/queries.ts";
import { MyTasks } from "./my-tasks.tsx";

const task = (id: string, title: string, dueOn: string | null, recordName: string | null = null) =>
  ({ id, title, dueOn, dueAt: null, recordName }) as Task;

function show(tasks: Task[], counts: { open: number; overdue: number }) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  client.setQueryData(taskCountsQuery().queryKey, counts as never);
  const page = { totalCount: tasks.length, edges: tasks.map((node) => ({ node })), pageInfo: { hasNextPage: false } };
  const { queryKey } = tasksQuery({ assignee: "MINE", states: ["OPEN"] }, 6);
  client.setQueryData(queryKey, { pages: [page], pageParams: [null] } as never);
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter>
        <MyTasks />
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

describe("my tasks on the dashboard", () => {
  it("names what is due, what of it is overdue, and leads to each", () => {
    show([task("t1", "Send the case studies", "2000-01-01", "Grace Hopper"), task("t2", "Some time", null)], {
      open: 2,
      overdue: 1,
    });
    const rows = within(screen.getByRole("list", { name: "My tasks due" })).getAllByRole("listitem");
    expect(rows).toHaveLength(1);
    expect(rows[0]?.textContent).toContain("Grace Hopper");
    expect(rows[0]?.textContent).toContain("Overdue");
    const link = screen.getByRole("link", { name: "Send the case studies" });
    expect(link.getAttribute("href")).toBe("/tasks?task=t1");
    expect(screen.getByText("1 overdue")).toBeDefined();
    expect(screen.getByRole("link", { name: "All 2 tasks" }).getAttribute("href")).toBe("/tasks");
  });

  it("says so when nothing is due", () => {
    show([task("t2", "Some time", null)], { open: 1, overdue: 0 });
    expect(screen.getByText("Nothing is due.")).toBeDefined();
    expect(screen.queryByRole("list")).toBeNull();
  });
});
