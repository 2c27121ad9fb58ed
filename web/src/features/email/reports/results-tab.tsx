import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { Card } from "@/components/card.tsx";
import { LoadError } from "@/components/notice.tsx";
import { ScrollRegion } from "@/components/scroll-region.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import type { EmailReportBy } from "@/gql/graphql.ts";
import { countOf, formatCount } from "@/lib/format.ts";
import { SelectField } from "@/records/timeline-select.tsx";
import { type Figures, type Report, reportQuery } from "./queries.ts";
import { linesOf, PARTS, rowWords, share } from "./words.ts";
import "@/components/data-table/table.css";

/** What came of a campaign's mails: as a whole, and taken apart. */
export default function ResultsTab({ campaignId, live }: { campaignId: string; live: boolean }) {
  const [params, setParams] = useSearchParams();
  const asked = params.get("by");
  const by = asked !== null && asked in PARTS ? (asked as EmailReportBy) : "VARIANT";
  const whole = useQuery(reportQuery(campaignId, "VARIANT", live));
  const parts = useQuery(reportQuery(campaignId, by, live));
  const choose = (value: string) => {
    const next = new URLSearchParams(params);
    if (value === "VARIANT") next.delete("by");
    else next.set("by", value);
    setParams(next, { replace: true });
  };
  // What was read before stays while it cannot be read anew.
  if (whole.isError && whole.data === undefined) {
    return (
      <div className="p-5">
        <LoadError what="The results" error={whole.error} retry={() => void whole.refetch()} />
      </div>
    );
  }
  return (
    <div className="scroll bg-well">
      <div className="flex flex-col gap-3 px-5 py-4" data-testid="campaign-results">
        <Card title="Results" flush>
          {whole.isPending ? (
            <Waiting />
          ) : whole.data ? (
            <Whole figures={whole.data.total} />
          ) : (
            <p className="card-body t-2">Nothing was sent yet.</p>
          )}
        </Card>
        <Card
          title={PARTS[by].label}
          flush
          aside={
            <SelectField
              label="Taken apart"
              value={by}
              options={Object.entries(PARTS).map(([value, { label }]) => ({ value, label }))}
              onChange={choose}
            />
          }
        >
          {parts.isPending ? (
            <Waiting />
          ) : parts.isError && parts.data === undefined ? (
            <div className="card-body">
              <LoadError what="This part" error={parts.error} retry={() => void parts.refetch()} />
            </div>
          ) : parts.data && parts.data.rows.length > 0 ? (
            <Parts report={parts.data} by={by} />
          ) : (
            <p className="card-body t-2">
              {by === "LINK" ? "Nobody followed a link yet." : "There is nothing to take apart yet."}
            </p>
          )}
        </Card>
      </div>
    </div>
  );
}

function Waiting() {
  return (
    <div className="card-body">
      <Skeleton width="60%" />
    </div>
  );
}

function Whole({ figures }: { figures: Figures }) {
  return (
    <>
      <ScrollRegion label="Results">
        <table className="dt flush min-w-140">
          <thead>
            <tr>
              <th scope="col">What became of it</th>
              <th scope="col" className="r">
                Emails
              </th>
              <th scope="col" className="r">
                Share
              </th>
              <th scope="col" className="r">
                Times
              </th>
              <th scope="col" className="r">
                By programs
              </th>
            </tr>
          </thead>
          <tbody>
            {linesOf(figures).map((line) => (
              <tr key={line.label}>
                <th scope="row">{line.label}</th>
                <td className="r num">{formatCount(line.emails)}</td>
                <td className="r num">
                  {line.share} <span className="t-12 t-3">{line.of}</span>
                </td>
                <td className="r num t-2">{line.times === undefined ? "" : formatCount(line.times)}</td>
                <td className="r num t-2">{line.programs === undefined ? "" : formatCount(line.programs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="card-body t-12 t-3">
        Opens are what mail programs tell of; programs that look at mail are told apart within minutes and counted by
        themselves.
        {figures.unjudged > 0
          ? ` ${countOf(figures.unjudged, "open or click is", "opens and clicks are")} being judged and count as people's until then.`
          : ""}
        {figures.autoReplied > 0
          ? ` ${countOf(figures.autoReplied, "automatic answer is", "automatic answers are")} not among the replies.`
          : ""}
      </p>
    </>
  );
}

/** Of a row: what it is called, and its figures. */
interface Part {
  key: string;
  words: string;
  figures: Figures;
}

function Parts({ report, by }: { report: Report; by: EmailReportBy }) {
  const several = new Set(report.rows.map((row) => row.variant)).size > 1;
  const parts: Part[] = report.rows.map((row) => ({
    key: [row.variant, row.hour, row.domain, row.link].join(" "),
    words: rowWords(row, by, several),
    figures: row.figures,
  }));
  if (report.rest && report.rest.sent > 0) parts.push({ key: "rest", words: "All others", figures: report.rest });
  const heads = by === "LINK" ? ["Emails", "Clicks", "By programs"] : HEADS;
  return (
    <ScrollRegion label={PARTS[by].label}>
      <table className="dt flush min-w-200">
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
          {parts.map(({ key, words, figures }) => (
            <tr key={key}>
              <th scope="row" title={words}>
                {words}
              </th>
              {by === "LINK" ? <LinkCells figures={figures} /> : <Cells figures={figures} shares={by !== "HOUR"} />}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

const HEADS = ["Sent", "Delivered", "Opened", "Clicked", "Replied", "Unsubscribed", "Bounced"];

/** `shares`: what happened in an hour is of mails of any hour, so there are none. */
function Cells({ figures, shares }: { figures: Figures; shares: boolean }) {
  const { reached } = figures;
  const of = (emails: number) => (
    <td className="r num">
      {formatCount(emails)}
      {shares && reached > 0 ? <span className="t-12 t-3"> {share(emails, reached)}</span> : null}
    </td>
  );
  return (
    <>
      <td className="r num">{formatCount(figures.sent)}</td>
      <td className="r num">{formatCount(figures.delivered)}</td>
      {of(figures.opened)}
      {of(figures.clicked)}
      {of(figures.replied)}
      {of(figures.unsubscribed)}
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
