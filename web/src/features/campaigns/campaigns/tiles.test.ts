import { expect, it } from "vitest";
import type { Figures } from "@/features/email/reports/queries.ts";
import { tilesOf } from "./tiles.ts";

const NOTHING: Figures = {
  sent: 0,
  accepted: 0,
  delivered: 0,
  reached: 0,
  bouncedHard: 0,
  bouncedSoft: 0,
  dropped: 0,
  complained: 0,
  unsubscribed: 0,
  replied: 0,
  autoReplied: 0,
  opened: 0,
  clicked: 0,
  opens: 0,
  clicks: 0,
  machineOpened: 0,
  machineClicked: 0,
  machineOpens: 0,
  machineClicks: 0,
  unjudged: 0,
};

it("counts people, and says beside it what programs did and what came back", () => {
  const figures = { sent: 10, delivered: 8, reached: 8, bouncedHard: 1, bouncedSoft: 1, opened: 4, machineOpened: 3 };
  const [delivered, opened, clicked] = tilesOf({ ...NOTHING, ...figures });
  expect(delivered).toMatchObject({ emails: 8, note: "2 bounced, 1 for good", response: "DELIVERED" });
  expect(delivered?.share).toMatch(/^80\s?%$/);
  expect(opened).toMatchObject({ emails: 4, note: "+ 3 by programs", response: "OPENED" });
  expect(opened?.share).toMatch(/^50\s?%$/);
  expect(clicked).toMatchObject({ emails: 0, note: "None by programs" });
});

it("has no shares of nothing", () => {
  expect(tilesOf(NOTHING).map(({ share }) => share)).toEqual([null, null, null, null, null, null]);
});
