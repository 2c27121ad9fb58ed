import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { assigneesQuery } from "./queries.ts";
import { TaskAdd } from "./task-add.tsx";

interface Sent {
  title: string;
  answer: { resolve: () => void; reject: (error: unknown) => void };
}
const sent = vi.hoisted(() => [] as Sent[]);
const failed = vi.hoisted(() => vi.fn());
vi.mock("@/features/identity/me/queries.ts", () => ({ useMe: () => ({ id: "u1" }) }));
vi.mock("@/components/toast.tsx", () => ({ toastFailed: failed }));
vi.mock("./use-task-actions.ts", () => ({
  useTaskActions: () => ({
    add: ({ title }: { title: string }) =>
      new Promise<void>((resolve, reject) => sent.push({ title, answer: { resolve, reject } })),
  }),
}));

function line() {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  client.setQueryData(assigneesQuery().queryKey, []);
  render(
    <QueryClientProvider client={client}>
      <TooltipProvider>
        <TaskAdd />
      </TooltipProvider>
    </QueryClientProvider>,
  );
  return screen.getByRole("textbox", { name: "What is to be done" });
}

describe("TaskAdd", () => {
  beforeEach(() => {
    sent.length = 0;
    failed.mockClear();
  });

  it("takes the next task while the one before is saved", async () => {
    const input = line();
    await userEvent.type(input, "One{Enter}Other{Enter}Thi");
    expect(sent.map(({ title }) => title)).toEqual(["One", "Other"]);
    await act(async () => sent.forEach(({ answer }) => answer.resolve()));
    expect(input).toHaveValue("Thi");
    expect(input).toHaveFocus();
  });

  it("gives back what was refused, and says why", async () => {
    const input = line();
    await userEvent.type(input, "One{Enter}");
    await act(async () => sent[0]?.answer.reject(new Error("Not now")));
    expect(input).toHaveValue("One");
    expect(screen.getByRole("alert")).toHaveTextContent("Nothing was saved");
  });

  it("names what was refused when another was begun since", async () => {
    const input = line();
    await userEvent.type(input, "One{Enter}Oth");
    await act(async () => sent[0]?.answer.reject(new Error("Not now")));
    expect(input).toHaveValue("Oth");
    expect(failed).toHaveBeenCalledWith(expect.stringContaining("“One” is not added."));
  });
});
