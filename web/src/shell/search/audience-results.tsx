import { Link } from "react-router";
import { AUDIENCES, audiencePath } from "./audiences.ts";
import { AudienceBody } from "./hit.tsx";
import type { AudienceHit } from "./queries.ts";
import { formatCount } from "@/lib/format.ts";

/** Segments, lists and domain sets below the records. Each leads to its own page. */
export function AudienceResults({ hits, total }: { hits: readonly AudienceHit[]; total: number }) {
  if (hits.length === 0) return null;
  return (
    <section aria-label={AUDIENCES} className="results-kind">
      <h2 className="t-12 med t-3 results-head">{AUDIENCES}</h2>
      <ul>
        {hits.map((hit) => (
          <li key={hit.id}>
            <Link to={audiencePath(hit)} className="hit" data-hit={hit.id} data-testid="search-audience">
              <AudienceBody hit={hit} />
            </Link>
          </li>
        ))}
      </ul>
      {total > hits.length ? (
        <p className="results-foot t-12 t-3">
          These are {formatCount(hits.length)} of {formatCount(total)}. Another word narrows them.
        </p>
      ) : null}
    </section>
  );
}
