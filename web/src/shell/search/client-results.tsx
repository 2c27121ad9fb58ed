import { Link } from "react-router";
import { Avatar } from "@/components/avatar.tsx";
import { Badge } from "@/components/badge.tsx";
import { LoadError } from "@/components/notice.tsx";
import type { FoundClients } from "./use-found-clients.ts";

/** Clients below the records. Each leads to its own page: there is no drawer of a client. */
export function ClientResults({ found, words, archived }: { found: FoundClients; words: string; archived: boolean }) {
  const { rows, more, error, retry } = found;
  if (rows.length === 0 && error === null) return null;
  const list = new URLSearchParams(archived ? { q: words, state: "all" } : { q: words });
  return (
    <section aria-label="Clients" className="results-kind">
      <h2 className="t-12 med t-3 results-head">Clients</h2>
      {error === null ? null : <LoadError what="The clients" error={error} retry={retry} />}
      <ul>
        {rows.map(({ id, name, website, archived: gone }) => (
          <li key={id}>
            <Link to={`/clients/${id}`} className="hit" data-hit={id} data-testid="search-client">
              <Avatar name={name} square />
              <span className="hit-words">
                <span className="row gap-1.5">
                  <span className="med clip">{name}</span>
                  {gone ? <Badge>Archived</Badge> : null}
                </span>
                {website ? <span className="t-12 t-2 clip">{website}</span> : null}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {more ? (
        <div className="results-foot">
          <Link className="link t-12" to={`/clients?${list}`}>
            More clients
          </Link>
        </div>
      ) : null}
    </section>
  );
}
