import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { MemoryRouter } from "react-router";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { RefusedError } from "@/lib/api-error.ts";
import { TooltipProvider } from "@/components/tooltip.tsx";
import * as mutations from "./mutations.ts";
import type { Task } from "./queries.ts";
import { TaskRow } from "./task-row.tsx";

vi.mock("./mutations.ts");
vi.mock("@/features/identity/me/queries.ts", () => ({ useMe: () => ({ id: "me", name: "Ada" }) }));

const task: Task = {
  id: "t1",
  title: "Call back",
  details: null,
  state: "OPEN",
  priority: "NORMAL",
  dueOn: "2000-01-01",
  dueAt: null,
  assigneeId: "me",
  assigneeName: "Ada",
  entity: "CONTACT",
  recordId: "c1",
  recordName: "Grace Hopper",
  createdByName: "Ada",
  settledAt: null,
  settledByName: null,
  mayChange: true,
  version: 3,
};

function show(row: ReactNode) {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
  render(
    <QueryClientProvider client={client}>
      <TooltipProvider>
        <MemoryRouter>
          <ul>{row}</ul>
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );
}

describe("a task in a list", () => {
  beforeEach(() => vi.clearAllMocks());

  it("says when it is due, whose it is and what it is about", () => {
    show(<TaskRow task={task} withRecord />);
    expect(screen.getByText(/Overdue/)).toBeDefined();
    expect(screen.getByRole("link", { name: "Grace Hopper" }).getAttribute("href")).toBe("/contacts/c1");
  });

  it("is done with one press, and shows it at once", async () => {
    vi.mocked(mutations.completeTask).mockResolvedValue({ id: "t1", version: 4 });
    show(<TaskRow task={task} />);
    fireEvent.click(screen.getByRole("checkbox", { name: "Complete Call back" }));
    expect(screen.getByRole("checkbox", { name: "Open Call back again" })).toBeDefined();
    await waitFor(() => expect(mutations.completeTask).toHaveBeenCalledWith("t1"));
  });

  it("is edited where it stands, keeps what was refused, and sends only what changed", async () => {
    vi.mocked(mutations.changeTask).mockRejectedValueOnce(
      new RefusedError([{ code: "TASK_TITLE_TOO_LONG", field: "title", message: "The title is too long." }]),
    );
    show(<TaskRow task={task} />);
    fireEvent.click(screen.getByRole("button", { name: "Edit Call back" }));
    const title = screen.getByRole("textbox", { name: /Title/ });
    fireEvent.change(title, { target: { value: "Write" } });
    fireEvent.keyDown(title, { key: "Enter", ctrlKey: true });
    expect(await screen.findByText("The title is too long.")).toBeDefined();
    expect(mutations.changeTask).toHaveBeenCalledWith({ id: "t1", expectedVersion: 3, title: "Write" });
    fireEvent.keyDown(title, { key: "Escape" });
    expect(screen.getByRole("button", { name: "Edit Call back" })).toBeDefined();
  });

  it("is looked at when the page was opened for it, and only then", () => {
    const scroll = vi.fn();
    Element.prototype.scrollIntoView = scroll;
    show(
      <>
        <TaskRow task={{ ...task, id: "t0", title: "Write" }} />
        <TaskRow task={task} meant />
      </>,
    );
    expect(scroll).toHaveBeenCalledOnce();
    expect(document.activeElement).toBe(screen.getByRole("checkbox", { name: "Complete Call back" }));
  });

  it("is only shown to who may not change it", () => {
    show(<TaskRow task={{ ...task, mayChange: false }} />);
    expect(screen.queryByRole("checkbox")).toBeNull();
    expect(screen.queryByRole("button")).toBeNull();
  });
});
