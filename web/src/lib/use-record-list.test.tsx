import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Connection, useRecordList } from "./use-record-list.ts";

const page = (title: string, stale: boolean): Connection<string> => ({
  edges: [{ cursor: "a", node: title }],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: "a", endCursor: "a" },
  stale,
});

/** The server answers what is not there yet after it has waited for it: two seconds. */
const SLOW = 2_000;
/** For what is shown a moment after it came. */
const MOMENT = 100;

function List({ fetchPage }: { fetchPage: (request: { signal?: AbortSignal }) => Promise<Connection<string>> }) {
  const { rows } = useRecordList({ entity: "things", filter: {}, sort: null, fetchPage, fetchCount: async () => 1 });
  return <p>{rows.join()}</p>;
}

describe("a list that lacks one's own write", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("is read until it has it, however long an answer takes", async () => {
    const answers = [page("before", true), page("after", false)];
    const fetchPage = vi.fn<() => Promise<Connection<string>>>(async () => {
      const answer = answers.shift() ?? page("after", false);
      await new Promise((done) => setTimeout(done, SLOW));
      return answer;
    });
    render(
      <QueryClientProvider client={new QueryClient()}>
        <List fetchPage={fetchPage} />
      </QueryClientProvider>,
    );
    await act(() => vi.advanceTimersByTimeAsync(SLOW + MOMENT));
    expect(screen.getByText("before")).toBeVisible();
    await act(() => vi.advanceTimersByTimeAsync(1_000 + SLOW));
    expect(screen.getByText("after")).toBeVisible();
    expect(fetchPage).toHaveBeenCalledTimes(2);
    await act(() => vi.advanceTimersByTimeAsync(5 * SLOW));
    expect(fetchPage).toHaveBeenCalledTimes(2);
  });
});
