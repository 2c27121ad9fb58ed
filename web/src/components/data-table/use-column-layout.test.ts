import { describe, expect, it } from "vitest";
import type { Column } from "./types.ts";
import { fitting } from "./use-column-layout.ts";

const column = (id: string, width: number, lowPriority = false): Column<unknown> => ({
  id,
  header: id,
  width,
  lowPriority,
  cell: () => null,
});

/** As the contacts list has them: 1100 in all. */
const COLUMNS = [
  column("name", 210),
  column("title", 180, true),
  column("account", 190),
  column("email", 280),
  column("country", 130, true),
  column("updated", 110, true),
];

const inSight = (room: number | null, mayLeave = (one: Column<unknown>) => one.lowPriority === true) =>
  fitting(COLUMNS, room, ({ width }) => width, mayLeave).map(({ id }) => id);

describe("columns that have room beside each other", () => {
  it("are all of them where there is enough, to the pixel", () => {
    expect(inSight(1100)).toEqual(["name", "title", "account", "email", "country", "updated"]);
    expect(inSight(null)).toHaveLength(6);
  });

  it("leave one by one, the last one first", () => {
    expect(inSight(1099)).toEqual(["name", "title", "account", "email", "country"]);
    expect(inSight(990)).toEqual(["name", "title", "account", "email", "country"]);
    expect(inSight(989)).toEqual(["name", "title", "account", "email"]);
    expect(inSight(859)).toEqual(["name", "account", "email"]);
  });

  it("keep those that may not leave, however little room there is", () => {
    expect(inSight(0)).toEqual(["name", "account", "email"]);
    expect(inSight(0, () => false)).toHaveLength(6);
    expect(inSight(1099, ({ id }) => id === "title")).toEqual(["name", "account", "email", "country", "updated"]);
  });

  it("count by the widths that somebody gave them", () => {
    const wide = ({ id, width }: Column<unknown>) => (id === "email" ? 500 : width);
    expect(fitting(COLUMNS, 1100, wide, (one) => one.lowPriority === true).map(({ id }) => id)).toEqual([
      "name",
      "title",
      "account",
      "email",
    ]);
  });
});
