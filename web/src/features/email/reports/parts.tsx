import { Link } from "react-router";
import { ScrollRegion } from "@/components/scroll-region.tsx";
import type { EmailReportBy, EmailSignalKind } from "@/gql/graphql.ts";
import { formatCount } from "@/lib/format.ts";
import { respondedPath } from "@/records/email-sending/response-words.ts";
import type { Figures, Report } from "./queries.ts";
import { PARTS, rowWords, share } from "./words.ts";
import "@/components/data-table/table.css";

/** Of a row: what it is called, and its figures. */
interface Part {
  key: string;
  words: string;
  figures: Figures;
  /** Those who did something of it; none where they cannot be found by what it is of. */
  to?: (response: EmailSignalKind) => string;
}

/** A number that leads to whom it counts, where there is anybody. */
export function Count({ value, to }: { value: number; to: string | undefined }) {
  if (value === 0 || to === undefined) return formatCount(value);
  return (
    <Link className="hover:underline" to={to}>
      {formatCount(value)}
    </Link>
  );
}

/** The rows of a report. */
export function Parts({ campaignId, report, by }: { campaignId: string; report: Report; by: EmailReportBy }) {
  const several = new Set(report.rows.map((row) => row.variant)).size > 1;
  const parts: Part[] = report.rows.map((row) => ({
    key: [row.variant, row.hour, row.domain, row.link].join(" "),
    words: rowWords(row, by, several),
    figures: row.figures,
    ...(row.variant && several && by === "VARIANT"
      ? { to: (response: EmailSignalKind) => respondedPath(campaignId, response, { variant: row.variant }) }
      : {}),
    ...(row.domain && by === "DOMAIN"
      ? { to: (response: EmailSignalKind) => respondedPath(campaignId, response, { domain: row.domain }) }
      : {}),
  }));
  if (report.rest && report.rest.sent > 0) parts.push({ key: "rest", words: "All others", figures: report.rest });
  const heads = by === "LINK" ? ["Emails", "Clicks", "By programs"] : HEADS;
  return (
    <ScrollRegion label={PARTS[by].label}>
      <table className="dt flush min-w-240">
        <thead>
          <tr>
            <th scope="col">{PARTS[by].head}</th>
            {heads.map((head) => (
              <th key={head} scope="col" className="r">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map(({ key, words, figures, to }) => (
            <tr key={key}>
              <th scope="row" title={words}>
                {words}
              </th>
              {by === "LINK" ? (
                <LinkCells figures={figures} />
              ) : (
                <Cells figures={figures} shares={by !== "HOUR"} to={to} />
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

const HEADS = ["Sent", "Delivered", "Opened", "Clicked", "Replied", "Unsubscribed", "Complained", "Bounced"];

/** `shares`: what happened in an hour is of mails of any hour, so there are none. */
function Cells({ figures, shares, to }: { figures: Figures; shares: boolean; to: Part["to"] }) {
  const { reached } = figures;
  const of = (emails: number, response: EmailSignalKind) => (
    <td className="r num">
      <Count value={emails} to={to?.(response)} />
      {shares && reached > 0 ? <span className="t-12 t-3"> {share(emails, reached)}</span> : null}
    </td>
  );
  return (
    <>
      <td className="r num">{formatCount(figures.sent)}</td>
      <td className="r num">
        <Count value={figures.delivered} to={to?.("DELIVERED")} />
      </td>
      {of(figures.opened, "OPENED")}
      {of(figures.clicked, "CLICKED")}
      {of(figures.replied, "REPLIED")}
      {of(figures.unsubscribed, "UNSUBSCRIBED")}
      {of(figures.complained, "COMPLAINED")}
      <td className="r num">{formatCount(figures.bouncedHard + figures.bouncedSoft)}</td>
    </>
  );
}

function LinkCells({ figures }: { figures: Figures }) {
  return (
    <>
      <td className="r num">{formatCount(figures.clicked)}</td>
      <td className="r num">{formatCount(figures.clicks)}</td>
      <td className="r num t-2">{formatCount(figures.machineClicks)}</td>
    </>
  );
}
