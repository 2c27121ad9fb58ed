import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { Toasts } from "@/components/toast.tsx";
import { ApiError } from "@/lib/api-error.ts";
import { createQueryClient } from "@/lib/query-client.ts";
import { tellWhenLimited } from "./limited.ts";

const SAID = "Too many searches: at most 600 a minute for one person or key. Go on in 40 seconds.";

const LIMITED = new ApiError(SAID, { code: "RATE_LIMITED", status: 429, retryable: true });

it("says when to go on, once, however much was asked", async () => {
  render(<Toasts />);
  const client = createQueryClient();
  tellWhenLimited(client);
  for (const key of ["one", "two"]) {
    const asked = client.fetchQuery({ queryKey: [key], queryFn: () => Promise.reject(LIMITED) });
    await expect(asked).rejects.toThrow(SAID);
  }
  expect(await screen.findAllByText(SAID)).toHaveLength(1);
});

it("is not asked again by itself", () => {
  const retry = createQueryClient().getDefaultOptions().queries?.retry;
  if (typeof retry !== "function") throw new Error("there is no rule of what is asked again");
  expect(retry(0, LIMITED)).toBe(false);
  expect(retry(0, new ApiError("Away.", { code: "http_503", status: 503, retryable: true }))).toBe(true);
});

it("leaves other failures to whoever asked", async () => {
  render(<Toasts />);
  const client = createQueryClient();
  tellWhenLimited(client);
  const mutation = client.getMutationCache().build(client, {
    mutationFn: () => Promise.reject(new ApiError("Somebody was faster.", { code: "CONFLICT" })),
  });
  await expect(mutation.execute(undefined)).rejects.toThrow("Somebody was faster.");
  expect(screen.queryByText("Somebody was faster.")).toBeNull();
});
