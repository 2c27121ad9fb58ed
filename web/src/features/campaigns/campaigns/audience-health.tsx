import { useQuery } from "@tanstack/react-query";
import { Card } from "@/components/card.tsx";
import { LoadError } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { formatCount } from "@/lib/format.ts";
import { healthQuery } from "./check-queries.ts";
import type { Campaign } from "./queries.ts";
import { type AudienceDraft, sourceInput } from "./sources.ts";
import { peopleWords } from "./words.ts";
import "@/components/progress.css";

/** How many would get it now, and why the others would not. It adds up. */
export function AudienceHealth({ campaign, draft }: { campaign: Campaign; draft: AudienceDraft }) {
  const query = useQuery(
    healthQuery({
      include: draft.include.map(sourceInput),
      exclude: draft.exclude.map(sourceInput),
      clientId: campaign.clientId ?? null,
    }),
  );
  const health = query.data;
  const excluded = health?.excluded.filter(({ count }) => count > 0) ?? [];
  return (
    <Card title="Now" sub="it is taken when it starts">
      <div data-testid="audience-health">
        {draft.include.length === 0 ? (
          <p className="t-2">Nobody yet. Add somebody to include.</p>
        ) : query.isError ? (
          <LoadError what="The count" error={query.error} retry={() => void query.refetch()} />
        ) : health === undefined ? (
          <div className="delayed flex flex-col gap-3" aria-hidden="true">
            <Skeleton width="60%" />
            <Skeleton width="90%" />
            <Skeleton width="70%" />
          </div>
        ) : (
          <div className={`flex flex-col gap-4 ${query.isPlaceholderData ? "opacity-60" : ""}`}>
            <div role="status" aria-busy={query.isFetching}>
              <p className="t-16 semi num">{peopleWords(health.reachable)} would get it</p>
              <p className="t-2">of {formatCount(health.total)} in the audience</p>
              <div className="bar mt-2" aria-hidden="true">
                <span style={{ width: `${health.total === 0 ? 0 : (health.reachable / health.total) * 100}%` }} />
              </div>
            </div>
            <section aria-label="Left out because">
              <h3 className="row semi mb-1 justify-between">
                Left out because <span className="num">{formatCount(health.total - health.reachable)}</span>
              </h3>
              {excluded.length === 0 ? (
                <p className="t-2">Nobody is left out.</p>
              ) : (
                <ul className="campaign-reasons">
                  {excluded.map(({ reason, label, count }) => (
                    <li key={reason}>
                      <span>{label}</span>
                      <span className="num">{formatCount(count)}</span>
                    </li>
                  ))}
                </ul>
              )}
            </section>
            {health.domains.length === 0 ? null : (
              <section aria-label="Most at">
                <h3 className="semi mb-1">Most at</h3>
                <ul className="campaign-reasons">
                  {health.domains.slice(0, 5).map(({ domain, count }) => (
                    <li key={domain}>
                      <span className="mono clip">{domain}</span>
                      <span className="num">{formatCount(count)}</span>
                    </li>
                  ))}
                </ul>
              </section>
            )}
            {health.zonesUnknown === 0 ? null : (
              <p className="t-12 t-3">
                Nobody knows the time zone of {peopleWords(health.zonesUnknown)}; the campaign’s counts there.
              </p>
            )}
          </div>
        )}
      </div>
    </Card>
  );
}
