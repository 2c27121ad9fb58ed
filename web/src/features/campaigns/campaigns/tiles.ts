/** What came of a campaign's mails, in six numbers. Pure. */
import type { Figures } from "@/features/email/reports/queries.ts";
import type { EmailSignalKind } from "@/gql/graphql.ts";
import { formatCount, formatPercent } from "@/lib/format.ts";

export interface Tile {
  label: string;
  emails: number;
  /** "29.8%"; of nothing there is none. */
  share: string | null;
  /** What is beside the number: programs, which are not in it, or what follows. */
  note: string;
  /** By what its recipients are found. */
  response: EmailSignalKind;
}

/** People's doing alone: what programs opened and clicked stands beside it. */
export function tilesOf(figures: Figures): Tile[] {
  const { sent, reached, bouncedHard, bouncedSoft } = figures;
  const bounced = bouncedHard + bouncedSoft;
  const tile = (label: string, emails: number, of: number, note: string, response: EmailSignalKind): Tile => ({
    label,
    emails,
    share: of === 0 ? null : formatPercent(emails / of),
    note,
    response,
  });
  const programs = (count: number) => (count === 0 ? "None by programs" : `+ ${formatCount(count)} by programs`);
  return [
    tile(
      "Delivered",
      figures.delivered,
      sent,
      bounced === 0 ? "None bounced" : `${formatCount(bounced)} bounced, ${formatCount(bouncedHard)} for good`,
      "DELIVERED",
    ),
    tile("Opened", figures.opened, reached, programs(figures.machineOpened), "OPENED"),
    tile("Clicked", figures.clicked, reached, programs(figures.machineClicked), "CLICKED"),
    tile("Replied", figures.replied, reached, "Out-of-office not counted", "REPLIED"),
    tile("Unsubscribed", figures.unsubscribed, reached, "Suppressed at once", "UNSUBSCRIBED"),
    tile("Complained", figures.complained, reached, "Suppressed at once", "COMPLAINED"),
  ];
}
