import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Skeleton } from "@/components/skeleton.tsx";
import { reportQuery } from "@/features/email/reports/queries.ts";
import { formatCount } from "@/lib/format.ts";
import { respondedPath } from "@/records/email-sending/response-words.ts";
import { tilesOf } from "./tiles.ts";

const PLACES = [1, 2, 3, 4, 5, 6];

/** What came of it at a glance; the Results tab has the whole. Nothing while nothing left, or where it cannot be read. */
export function ResponseTiles({ campaignId, live }: { campaignId: string; live: boolean }) {
  const query = useQuery(reportQuery(campaignId, "VARIANT", live));
  if (query.isPending) {
    return (
      <div className="campaign-tiles" aria-hidden="true">
        {PLACES.map((place) => (
          <div key={place}>
            <Skeleton width="60%" />
            <Skeleton width="40%" />
          </div>
        ))}
      </div>
    );
  }
  const total = query.data?.total;
  if (total === undefined || total.sent === 0) return null;
  return (
    <section aria-label="What came of it" data-testid="response-tiles">
      <dl className="campaign-tiles">
        {tilesOf(total).map(({ label, emails, share, note, response }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <b className="num">
                {emails === 0 ? "0" : <Link to={respondedPath(campaignId, response)}>{formatCount(emails)}</Link>}
              </b>
              {share === null ? null : <span className="t-12 t-2 num"> {share}</span>}
              <span className="t-12 t-3 block">{note}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
