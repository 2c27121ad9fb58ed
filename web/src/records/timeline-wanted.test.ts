import { expect, test } from "vitest";
import { EVERYTHING, NOBODY, toFilter } from "./timeline-wanted.ts";

test("everything is asked for without a filter", () => {
  expect(toFilter(EVERYTHING)).toBeNull();
});

test("days are whole where the viewer is: the last one is part of what is shown", () => {
  const filter = toFilter({ ...EVERYTHING, from: "2026-03-01", to: "2026-03-01" });
  expect(filter?.from).toBe(new Date("2026-03-01T00:00").toISOString());
  expect(filter?.to).toBe(new Date("2026-03-02T00:00").toISOString());
  expect(toFilter({ ...EVERYTHING, kinds: ["imports"], from: "no day" })?.from).toBeNull();
});

test("nobody is not the same as anybody", () => {
  const user = "0192aaaa-0000-7000-8000-000000000001";
  expect(toFilter({ ...EVERYTHING, actor: NOBODY })).toMatchObject({ system: true, actorId: null });
  expect(toFilter({ ...EVERYTHING, actor: user })).toMatchObject({ system: false, actorId: user });
});
