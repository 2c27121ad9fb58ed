import { QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter, Route, Routes } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { toastDone } from "@/components/toast.tsx";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { handleKey } from "@/lib/keys.ts";
import { createQueryClient } from "@/lib/query-client.ts";
import TeamPage from "./team-page.tsx";

vi.mock("@/components/toast.tsx", () => ({ toastDone: vi.fn(), toastFailed: vi.fn() }));
vi.mock("@/shell/crumbs.tsx", () => ({ useCrumb: () => {} }));
const execute = vi.hoisted(() => vi.fn<(document: unknown, variables: unknown) => Promise<unknown>>());
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));

const world = { archived: false, people: ["Ada", "Grace", "Mary"], position: 7 as number | null };

beforeEach(() => {
  vi.mocked(toastDone).mockClear();
  Object.assign(world, { archived: false, people: ["Ada", "Grace", "Mary"], position: 7 });
  execute.mockImplementation((document, variables) => {
    const asked = String(document);
    const done = { position: world.position, userErrors: [] };
    if (asked.includes("mutation TeamMemberRemove")) {
      const { userId } = (variables as { input: { userId: string } }).input;
      world.people = world.people.filter((name) => name !== userId);
      return Promise.resolve({ teamMemberRemove: done });
    }
    if (asked.includes("mutation TeamArchive") || asked.includes("mutation TeamRestore")) {
      world.archived = asked.includes("mutation TeamArchive");
      return Promise.resolve({ teamArchive: done, teamRestore: done });
    }
    if (asked.includes("query TeamCandidates")) return Promise.resolve({ taskAssignees: [] });
    const member = (name: string) => ({ id: name, name, email: `${name}@example.com`, role: "AGENT", active: true });
    return Promise.resolve({
      team: { id: "t", name: "Nordics", archived: world.archived, memberCount: world.people.length },
      teamMembers: world.people.map(member),
      teamHistory: [],
    });
  });
});

async function show() {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <TooltipProvider>
        <MemoryRouter initialEntries={["/users/teams/t"]}>
          <Routes>
            <Route path="/users/teams/:id" element={<TeamPage />} />
          </Routes>
        </MemoryRouter>
      </TooltipProvider>
    </QueryClientProvider>,
  );
  await screen.findByRole("heading", { level: 1, name: "Nordics" });
}

const removal = (name: string) => screen.getByRole("button", { name: `Remove ${name} from Nordics` });
const undoOffered = () => vi.mocked(toastDone).mock.lastCall?.[1] !== undefined;

it("goes on to the next member after a removal, and to the list after the last", async () => {
  await show();
  await userEvent.click(removal("Ada"));
  await waitFor(() => expect(screen.queryByText("Ada")).toBeNull());
  await waitFor(() => expect(removal("Grace")).toHaveFocus());
  expect(undoOffered()).toBe(true);
  await userEvent.click(removal("Mary"));
  await waitFor(() => expect(screen.queryByText("Mary")).toBeNull());
  await waitFor(() => expect(screen.getByRole("region", { name: "Members" })).toHaveFocus());
});

it("is renamed by its key, unless it is archived", async () => {
  await show();
  act(() => void handleKey(new KeyboardEvent("keydown", { key: "e" })));
  expect(screen.getByRole("dialog", { name: "Rename Nordics" })).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
  await userEvent.click(screen.getByRole("button", { name: "Archive" }));
  await screen.findByRole("button", { name: "Restore" });
  act(() => void handleKey(new KeyboardEvent("keydown", { key: "e" })));
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("offers no undo of what somebody else had done", async () => {
  await show();
  world.position = null;
  await userEvent.click(removal("Ada"));
  await waitFor(() => expect(toastDone).toHaveBeenCalledOnce());
  expect(undoOffered()).toBe(false);
});

it("keeps the focus on what archives and restores it, and its members as they are meanwhile", async () => {
  await show();
  await userEvent.click(screen.getByRole("button", { name: "Archive" }));
  const restore = await screen.findByRole("button", { name: "Restore" });
  expect(restore).toHaveFocus();
  expect(screen.getByText(/Restore it to change its members/)).toBeVisible();
  expect(screen.queryByRole("form", { name: "Add somebody" })).toBeNull();
  expect(screen.queryByRole("button", { name: /^Remove/ })).toBeNull();
  await userEvent.click(restore);
  expect(await screen.findByRole("button", { name: "Archive" })).toHaveFocus();
  expect(removal("Ada")).toBeVisible();
});
