import type { Figures } from "./queries.ts";

/** For tests: of a campaign of which nothing left. */
export const NOTHING: Figures = {
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
