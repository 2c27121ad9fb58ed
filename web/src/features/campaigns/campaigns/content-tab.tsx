import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { Badge } from "@/components/badge.tsx";
import { Card } from "@/components/card.tsx";
import { LoadError } from "@/components/notice.tsx";
import { ScrollRegion } from "@/components/scroll-region.tsx";
import { formatDuration } from "@/lib/format.ts";
import { ContentPreview } from "./content-preview.tsx";
import { shareWords } from "./content.ts";
import { linksQuery } from "./check-queries.ts";
import type { Campaign, CampaignContent } from "./queries.ts";
import { METRICS } from "./words.ts";
import "@/components/data-table/table.css";

/** What it says: each variant as recipients get it, and the links that are counted. */
export function ContentTab({ campaign }: { campaign: Campaign }) {
  const [shown, setShown] = useState(0);
  const { content } = campaign;
  if (!content) return null;
  return (
    <div className="scroll bg-well">
      <div className="campaign-page">
        <div className="campaign-split">
          <div>
            <Card title={content.variants.length > 1 ? "Variants" : "Words"}>
              <div className="flex flex-col gap-3">
                <p className="t-2">From {content.senderName ?? "a sender that is gone"}</p>
                <ul className="flex flex-col gap-2">
                  {content.variants.map((variant) => (
                    <li key={variant.key} className="row flex-wrap gap-2">
                      <Badge>{variant.key}</Badge>
                      <Link className="link" to={`/campaigns/templates/${variant.templateId}`}>
                        {variant.templateName ?? "A template that is gone"}
                      </Link>
                      <span className="t-2">version {variant.version}</span>
                      {variant.subject ? <span className="t-2">“{variant.subject}”</span> : null}
                      {campaign.winner === variant.key ? <Badge tone="success">Winner</Badge> : null}
                    </li>
                  ))}
                </ul>
                {content.variants.length > 1 ? <p className="t-2">{testWords(content, campaign.winner)}</p> : null}
              </div>
            </Card>
            <Links campaignId={campaign.id} content={content} />
          </div>
          <div>
            <ContentPreview campaign={campaign} shown={shown} onShow={setShown} unsaved={false} />
          </div>
        </div>
      </div>
    </div>
  );
}

/** How variants go out, in a sentence. */
function testWords({ test, variants }: CampaignContent, winner: string | null | undefined): string {
  if (!test)
    return `Everybody gets one of them: ${shareWords(variants.map(({ weight }) => ({ weight: String(weight) })))}.`;
  if (winner) return `${winner} won the test by ${METRICS[test.metric].toLowerCase()}; the rest got it.`;
  return `Tested on ${test.sharePercent}% for ${formatDuration(test.minutes * 60)}, by ${METRICS[test.metric].toLowerCase()}. The rest waits for the winner.`;
}

function Links({ campaignId, content }: { campaignId: string; content: CampaignContent }) {
  const query = useQuery(linksQuery(campaignId, content.digest));
  const several = content.variants.length > 1;
  return (
    <Card title="Links" flush>
      {query.isError ? (
        <div className="px-4 pb-4">
          <LoadError what="Links" error={query.error} retry={() => void query.refetch()} />
        </div>
      ) : query.data?.length === 0 ? (
        <p className="t-2 px-4 pb-4">There is no link in it that is counted.</p>
      ) : (
        <ScrollRegion label="Links of the mail">
          <table className="dt flush" aria-label="Links">
            <thead>
              <tr>
                <th scope="col">Link</th>
                {several ? <th scope="col">Variant</th> : null}
                <th scope="col">Leads to</th>
              </tr>
            </thead>
            <tbody>
              {(query.data ?? []).map(({ n, name, url, variant }) => (
                <tr key={`${variant} ${n}`}>
                  <td>{name ?? `Link ${n}`}</td>
                  {several ? <td>{variant}</td> : null}
                  <td className="mono">{url}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </Card>
  );
}
