import type { EmailReportBy, EmailSignalKind } from "@/gql/graphql.ts";
import { formatMoment, formatPercent } from "@/lib/format.ts";
import type { Figures, ReportRow } from "./queries.ts";

/** What a report can be taken apart by. */
export const PARTS: Record<EmailReportBy, { label: string; head: string }> = {
  VARIANT: { label: "By variant", head: "Variant" },
  LINK: { label: "By link", head: "Link" },
  DOMAIN: { label: "By domain", head: "Domain" },
  HOUR: { label: "By hour", head: "Hour" },
};

/** "12.5%"; of nothing there are no shares. */
export function share(part: number, of: number): string {
  return of === 0 ? "—" : formatPercent(part / of);
}

export interface Line {
  label: string;
  emails: number;
  share: string;
  /** Of what the share is. */
  of: string;
  /** How often, where an email can do it more than once. */
  times?: number;
  /** Emails in which a program did it. */
  programs?: number;
  /** By what its recipients are found; none: all that were sent. */
  response?: EmailSignalKind;
}

/** The report from top to bottom: what left, what arrived, what people did, what went wrong. */
export function linesOf(figures: Figures): Line[] {
  const { sent, reached, delivered } = figures;
  const ofReached = delivered > 0 ? "of delivered" : "of sent";
  const ofPeople = (
    label: string,
    emails: number,
    response: EmailSignalKind,
    more: Pick<Line, "times" | "programs"> = {},
  ): Line => ({ label, emails, share: share(emails, reached), of: ofReached, response, ...more });
  const ofSent = (label: string, emails: number, response: EmailSignalKind): Line => ({
    label,
    emails,
    share: share(emails, sent),
    of: "of sent",
    response,
  });
  return [
    { label: "Sent", emails: sent, share: "", of: "" },
    ofSent("Delivered", delivered, "DELIVERED"),
    ofPeople("Opened", figures.opened, "OPENED", { times: figures.opens, programs: figures.machineOpened }),
    ofPeople("Clicked", figures.clicked, "CLICKED", { times: figures.clicks, programs: figures.machineClicked }),
    ofPeople("Replied", figures.replied, "REPLIED"),
    ofPeople("Unsubscribed", figures.unsubscribed, "UNSUBSCRIBED"),
    ofPeople("Complained", figures.complained, "COMPLAINED"),
    ofSent("Bounced for good", figures.bouncedHard, "BOUNCED_HARD"),
    ofSent("Bounced for now", figures.bouncedSoft, "BOUNCED_SOFT"),
    ofSent("Dropped by the provider", figures.dropped, "DROPPED"),
  ];
}

/** What a row is of. `several`: there is more than one variant, so a link says whose it is. */
export function rowWords(row: Omit<ReportRow, "figures">, by: EmailReportBy, several: boolean): string {
  if (by === "VARIANT") return row.variant ? `Variant ${row.variant}` : "All";
  if (by === "HOUR") return row.hour ? formatMoment(row.hour) : "Unknown hour";
  if (by === "DOMAIN") return row.domain ?? "Unknown domain";
  const link = row.name ?? `Link ${row.link ?? ""}`.trim();
  return several && row.variant ? `${row.variant}: ${link}` : link;
}
