import { useQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router";
import { Card } from "@/components/card.tsx";
import { LoadError } from "@/components/notice.tsx";
import { ScrollRegion } from "@/components/scroll-region.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import type { EmailReportBy } from "@/gql/graphql.ts";
import { download } from "@/lib/download.ts";
import { countOf, formatCount } from "@/lib/format.ts";
import { recipientsPath } from "@/records/email-sending/ledger-words.ts";
import { respondedPath } from "@/records/email-sending/response-words.ts";
import { FileButton } from "@/records/file-button.tsx";
import { SelectField } from "@/records/timeline-select.tsx";
import { type FileFormat, reportFile } from "./files.ts";
import { OverTimeCard } from "./over-time-card.tsx";
import { Count, Parts } from "./parts.tsx";
import { type Figures, reportQuery } from "./queries.ts";
import { linesOf, PARTS } from "./words.ts";
import "@/components/data-table/table.css";

/** What came of a campaign's mails: as a whole, and taken apart. */
export default function ResultsTab({ campaignId, live }: { campaignId: string; live: boolean }) {
  const mayReport = useMay("REPORTS_VIEW");
  const [params, setParams] = useSearchParams();
  const asked = params.get("by");
  const by = asked !== null && asked in PARTS ? (asked as EmailReportBy) : "VARIANT";
  const whole = useQuery(reportQuery(campaignId, "VARIANT", live));
  const parts = useQuery(reportQuery(campaignId, by, live));
  const takeOut = (format: FileFormat) => download(reportFile(campaignId, by, format), `campaign-report.${format}`);
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
        <Card
          title="Results"
          flush
          aside={
            mayReport ? (
              <Link className="link t-12" to={`/campaigns/compare?ids=${campaignId}`}>
                Compare with others
              </Link>
            ) : undefined
          }
        >
          {whole.isPending ? (
            <Waiting />
          ) : whole.data ? (
            <Whole campaignId={campaignId} figures={whole.data.total} />
          ) : (
            <p className="card-body t-2">Nothing was sent yet.</p>
          )}
        </Card>
        <OverTimeCard campaignId={campaignId} live={live} />
        <Card
          title={PARTS[by].label}
          flush
          aside={
            <div className="row flex-wrap gap-2">
              <SelectField
                label="Taken apart"
                value={by}
                options={Object.entries(PARTS).map(([value, { label }]) => ({ value, label }))}
                onChange={choose}
              />
              {mayReport ? (
                <>
                  <FileButton small label="Export CSV" failed="Not exported" save={() => takeOut("csv")} />
                  <FileButton small label="Export Excel" failed="Not exported" save={() => takeOut("xlsx")} />
                </>
              ) : null}
            </div>
          }
        >
          {parts.isPending ? (
            <Waiting />
          ) : parts.isError && parts.data === undefined ? (
            <div className="card-body">
              <LoadError what="This part" error={parts.error} retry={() => void parts.refetch()} />
            </div>
          ) : parts.data && parts.data.rows.length > 0 ? (
            <Parts campaignId={campaignId} report={parts.data} by={by} />
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

function Whole({ campaignId, figures }: { campaignId: string; figures: Figures }) {
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
                <td className="r num">
                  <Count
                    value={line.emails}
                    to={
                      line.response === undefined
                        ? recipientsPath(campaignId, "SENT")
                        : respondedPath(campaignId, line.response)
                    }
                  />
                </td>
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
