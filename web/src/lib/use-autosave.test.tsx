import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, it, vi } from "vitest";
import { useAutosave } from "./use-autosave.ts";

function hold(
  saved: string,
  write: (draft: string) => Promise<void>,
  more: { ready?: (draft: string) => boolean; key?: (draft: string) => string } = {},
) {
  const client = new QueryClient();
  return renderHook((props: { saved: string }) => useAutosave({ ...props, write, ...more }), {
    initialProps: { saved },
    wrapper: ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    ),
  });
}

it("saves what was changed once nobody changes it any more", async () => {
  const write = vi.fn<(draft: string) => Promise<void>>(() => Promise.resolve());
  const { result } = hold("a", write);
  act(() => result.current.edit(() => "b"));
  act(() => result.current.edit(() => "bc"));
  expect(result.current.dirty).toBe(true);
  await waitFor(() => expect(result.current.dirty).toBe(false), { timeout: 3000 });
  expect(write).toHaveBeenCalledTimes(1);
  expect(write).toHaveBeenCalledWith("bc");
});

it("saves nothing that cannot be sent", async () => {
  const write = vi.fn<(draft: string) => Promise<void>>(() => Promise.resolve());
  const { result } = hold("a", write, { ready: (draft) => draft !== "" });
  act(() => result.current.edit(() => ""));
  let saved = true;
  await act(async () => {
    saved = await result.current.save();
  });
  expect(saved).toBe(false);
  expect(write).not.toHaveBeenCalled();
});

it("keeps what was refused, and does not send the same by itself again", async () => {
  const write = vi.fn<(draft: string) => Promise<void>>(() => Promise.reject(new Error("no")));
  const { result } = hold("a", write);
  act(() => result.current.edit(() => "b"));
  await waitFor(() => expect(result.current.error).toBeInstanceOf(Error), { timeout: 3000 });
  expect(result.current.draft).toBe("b");
  expect(write).toHaveBeenCalledTimes(1);
  write.mockImplementation(() => Promise.resolve());
  await act(async () => {
    await result.current.save();
  });
  await waitFor(() => expect(result.current.dirty).toBe(false));
  expect(result.current.error).toBeNull();
});

it("follows the server unless something is being written", async () => {
  const write = vi.fn<(draft: string) => Promise<void>>(() => Promise.reject(new Error("no")));
  const { result, rerender } = hold("a", write);
  rerender({ saved: "theirs" });
  expect(result.current.draft).toBe("theirs");
  expect(result.current.dirty).toBe(false);
  act(() => result.current.edit(() => "mine"));
  rerender({ saved: "theirs again" });
  expect(result.current.draft).toBe("mine");
  expect(result.current.dirty).toBe(true);
});

it("takes nothing away from who is typing what the server keeps as the same", async () => {
  const write = vi.fn<(draft: string) => Promise<void>>(() => Promise.resolve());
  const { result, rerender } = hold("a", write, { key: (draft) => draft.trim() });
  act(() => result.current.edit(() => "hello "));
  await waitFor(() => expect(result.current.dirty).toBe(false), { timeout: 3000 });
  rerender({ saved: "hello" });
  expect(result.current.draft).toBe("hello ");
  act(() => result.current.edit(() => "hello  "));
  expect(result.current.dirty).toBe(false);
});
