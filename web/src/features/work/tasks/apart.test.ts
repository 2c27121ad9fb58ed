import { expect, it } from "vitest";
import { apart } from "./apart.ts";
import type { Task } from "./queries.ts";

const task = (id: string, version: number) => ({ id, version }) as Task;

it("a task taken back stands among the open ones, though the done ones are not read anew yet", () => {
  const { open, settled } = apart([task("a", 3), task("b", 1)], [task("a", 2), task("c", 2)]);
  expect(open.map(({ id }) => id)).toEqual(["a", "b"]);
  expect(settled.map(({ id }) => id)).toEqual(["c"]);
});

it("a task that is done stands among the done ones, though the open ones are not read anew yet", () => {
  const { open, settled } = apart([task("a", 1)], [task("a", 2)]);
  expect(open).toEqual([]);
  expect(settled.map(({ id }) => id)).toEqual(["a"]);
});
