import { afterEach, expect, it, vi } from "vitest";
import { refresh, signIn, signOut } from "./session.ts";

let who = "ada";
const reload = vi.fn();

vi.stubGlobal("fetch", () =>
  Promise.resolve(new Response(JSON.stringify({ accessToken: `token of ${who}`, user: { id: who } }))),
);
vi.stubGlobal("window", { location: { reload } });

afterEach(async () => {
  reload.mockClear();
  await signOut();
});

it("begins anew when another tab signed somebody else in", async () => {
  who = "ada";
  await signIn("ada@example.com", "correct horse battery");
  expect(await refresh()).toBe(true);
  expect(reload).not.toHaveBeenCalled();
  who = "bo";
  expect(await refresh()).toBe(true);
  expect(reload).toHaveBeenCalledOnce();
});

it("lets the next person in after a sign-out as if nobody had been there", async () => {
  who = "ada";
  await signIn("ada@example.com", "correct horse battery");
  await signOut();
  who = "bo";
  await signIn("bo@example.com", "another fine staple");
  expect(reload).not.toHaveBeenCalled();
});
