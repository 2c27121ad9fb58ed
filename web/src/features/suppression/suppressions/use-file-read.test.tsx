import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { act, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { registerFilesQuery } from "./queries.ts";
import { useFileRead } from "./use-file-read.ts";
import { fileWords } from "./words.ts";

/** What the server says at this moment. */
const server = vi.hoisted(() => ({ state: "running", files: [] as unknown[], asked: 0 }));
vi.mock("@/lib/graphql.ts", async (original) => ({
  ...(await original<object>()),
  execute: () => {
    server.asked += 1;
    return Promise.resolve({ suppressionFiles: server.files });
  },
}));
vi.mock("@/lib/http.ts", async (original) => ({
  ...(await original<object>()),
  send: () =>
    Promise.resolve({
      ok: true,
      json: () => Promise.resolve({ state: server.state, rows: 3, added: 2, already: 0, refused: 1 }),
    }),
}));

const REGISTER = { id: "f1", reasonLabel: "Do-not-call register", country: null, ageDays: 40 };
const LATE = 5_000;

function Page() {
  useFileRead("f1");
  const { data = [] } = useQuery(registerFilesQuery);
  return <p>{data.map((file) => fileWords(file)).join()}</p>;
}

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(server, { state: "running", files: [], asked: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

async function open() {
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <Page />
    </QueryClientProvider>,
  );
  await act(() => vi.advanceTimersByTimeAsync(LATE));
}

it("shows a register that comes to the list after its job is over, and then leaves it at that", async () => {
  await open();
  server.state = "done";
  await act(() => vi.advanceTimersByTimeAsync(LATE));
  expect(screen.queryByText(/days old/)).toBeNull();
  server.files = [REGISTER];
  await act(() => vi.advanceTimersByTimeAsync(LATE));
  expect(screen.getByText("Do-not-call register, 40 days old")).toBeVisible();
  const { asked } = server;
  await act(() => vi.advanceTimersByTimeAsync(LATE));
  expect(server.asked).toBe(asked);
});

it("asks for nothing while the file is read, and once more when it broke off", async () => {
  await open();
  expect(server.asked).toBe(1);
  server.state = "parked";
  await act(() => vi.advanceTimersByTimeAsync(LATE));
  expect(server.asked).toBe(2);
});
