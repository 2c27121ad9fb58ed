import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { act, render, screen, waitFor } from "@testing-library/react";
import { useEffect } from "react";
import { describe, expect, it, vi } from "vitest";
import { contactKind } from "./kinds/contact-kind.ts";
import type { RecordBase, RecordKind, Written } from "./record-kind.ts";
import { type RecordActions, useRecordActions } from "./use-record-actions.ts";

const contact = (version: number, title: string) =>
  ({ id: "c1", version, jobTitle: title, fields: { job_title: title } }) as unknown as RecordBase;

/** A list of one contact that is read by `read`, what it showed one after the other, and what can be done with it. */
function open(
  read: () => Promise<RecordBase>,
  undone: Written,
  update: RecordKind["commands"]["update"] = () => Promise.resolve(undone),
): { client: QueryClient; actions: () => RecordActions; shown: string[] } {
  const shown: string[] = [];
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  const kind: RecordKind = {
    ...contactKind,
    commands: { ...contactKind.commands, undo: () => Promise.resolve(undone), update },
  };
  let actions: RecordActions | undefined;
  function List() {
    actions = useRecordActions(kind);
    const { data } = useQuery({
      queryKey: [kind.key, "list"],
      queryFn: async () => ({ pages: [{ edges: [{ node: await read() }] }] }),
    });
    const text = JSON.stringify(data?.pages[0]?.edges[0]?.node.fields);
    useEffect(() => {
      shown.push(text);
    }, [text]);
    return <p>{text}</p>;
  }
  render(
    <QueryClientProvider client={client}>
      <List />
    </QueryClientProvider>,
  );
  return { client, actions: () => actions as RecordActions, shown };
}

describe("a change that is taken back", () => {
  it("is waited for where the read side has not caught up", async () => {
    const read = vi.fn<() => Promise<RecordBase>>();
    read.mockResolvedValueOnce(contact(2, "Head")).mockResolvedValueOnce(contact(2, "Head"));
    read.mockResolvedValue(contact(3, "Planner"));
    const { actions } = open(read, { record: null, position: 7 });
    await screen.findByText(/Head/);
    await act(() => actions().undo("c1", 6, "Job title"));
    expect(await screen.findByText(/Planner/)).toBeVisible();
    expect(read).toHaveBeenCalledTimes(3);
  });

  it("is not overwritten by a list that was on its way before", async () => {
    let late: (record: RecordBase) => void = () => {};
    const read = vi.fn<() => Promise<RecordBase>>();
    read.mockResolvedValueOnce(contact(2, "Head"));
    read.mockReturnValueOnce(new Promise((done) => (late = done)));
    read.mockResolvedValue(contact(3, "Planner"));
    const { client, actions } = open(read, { record: contact(3, "Planner"), position: 7 });
    await screen.findByText(/Head/);
    void client.invalidateQueries({ queryKey: ["contacts", "list"] });
    await waitFor(() => expect(read).toHaveBeenCalledTimes(2));
    await act(() => actions().undo("c1", 6, "Job title"));
    late(contact(2, "Head"));
    await waitFor(() => expect(client.isFetching()).toBe(0));
    expect(screen.getByText(/Planner/)).toBeVisible();
  });
});

describe("a value that is saved", () => {
  it("stays where the read side has not caught up", async () => {
    const read = vi.fn<() => Promise<RecordBase>>();
    read.mockResolvedValueOnce(contact(2, "Head")).mockResolvedValueOnce(contact(2, "Head"));
    read.mockResolvedValueOnce(contact(2, "Head")).mockResolvedValue(contact(3, "Planner"));
    const { actions, shown } = open(read, { record: null, position: 7 });
    await screen.findByText(/Head/);
    await act(() => actions().save(contact(2, "Head"), { job_title: "Planner" }, "Job title"));
    expect(screen.getByText(/Planner/)).toBeVisible();
    expect(read).toHaveBeenCalledTimes(4);
    expect(shown.slice(1)).toEqual(['{"job_title":"Head"}', '{"job_title":"Planner"}']);
  });

  it("goes on from the one before it, though that is not answered yet", async () => {
    let answer: (written: Written) => void = () => {};
    const update = vi.fn<RecordKind["commands"]["update"]>();
    update.mockReturnValueOnce(new Promise((done) => (answer = done)));
    update.mockResolvedValue({ record: contact(4, "Writer"), position: 8 });
    const { actions } = open(() => Promise.resolve(contact(2, "Head")), { record: null, position: null }, update);
    await screen.findByText(/Head/);
    await act(async () => {
      const first = actions().save(contact(2, "Head"), { job_title: "Planner" }, "Job title");
      const second = actions().save(contact(2, "Planner"), { job_title: "Writer" }, "Job title");
      answer({ record: contact(3, "Planner"), position: 7 });
      await Promise.all([first, second]);
    });
    expect(update.mock.calls.map(([, , version]) => version)).toEqual([2, 3]);
    expect(screen.getByText(/Writer/)).toBeVisible();
    // Who still sees an older one, of which this browser wrote nothing, is asked as before.
    await act(() => actions().save(contact(1, "Clerk"), { job_title: "Clerk" }, "Job title"));
    expect(update.mock.calls.at(-1)?.[2]).toBe(1);
  });
});
