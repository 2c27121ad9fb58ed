import { expect, it } from "vitest";
import { sayToEach } from "./say-to-each.ts";

it("says it to each of them, a few at a time", async () => {
  let [now, most] = [0, 0];
  const ids = Array.from({ length: 11 }, (_, n) => `a${n}`);
  const said = await sayToEach(ids, async (id) => {
    now += 1;
    most = Math.max(most, now);
    await Promise.resolve();
    now -= 1;
    return `${id} rejected`;
  });
  expect(said.done.map(({ id }) => id)).toEqual(ids);
  expect(said.done[10]?.answer).toBe("a10 rejected");
  expect(most).toBeLessThanOrEqual(4);
});

it("goes on past one that is refused, and says why", async () => {
  const said = await sayToEach(["a", "b", "c"], (id) =>
    id === "b" ? Promise.reject(new Error("archived")) : Promise.resolve(null),
  );
  expect(said.done.map(({ id }) => id)).toEqual(["a", "c"]);
  expect(said.refused).toEqual([new Error("archived")]);
});
