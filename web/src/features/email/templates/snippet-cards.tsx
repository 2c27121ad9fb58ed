import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { LoadError } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { formatFull, formatMoment } from "@/lib/format.ts";
import { type Snippet, snippetVersionsQuery } from "./queries.ts";
import type { SnippetState } from "./use-snippet.ts";
import { templatePath } from "./words.ts";

/** The templates whose draft includes it. */
export function SnippetUses({ snippet: { usedBy } }: { snippet: Snippet }) {
  return (
    <Card title="Included by">
      {usedBy.length === 0 ? (
        <p className="t-2">No template includes it.</p>
      ) : (
        <ul className="flex flex-col gap-1" aria-label="Templates that include it">
          {usedBy.map(({ id, name }) => (
            <li key={id}>
              <Link className="link" to={templatePath(id)}>
                {name}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** What it said after each save. An earlier one comes back as the next version. */
export function SnippetVersions({
  snippet,
  state,
  mayTake,
}: {
  snippet: Snippet;
  state: SnippetState;
  mayTake: boolean;
}) {
  const query = useQuery(snippetVersionsQuery(snippet.id));
  return (
    <Card title="Versions">
      {query.isPending ? (
        <Skeleton width="60%" />
      ) : query.isError ? (
        <LoadError what="The versions" error={query.error} retry={() => void query.refetch()} />
      ) : (
        <ul className="flex flex-col gap-1" aria-label="Versions">
          {query.data.map(({ number, blocks, savedAt, savedByName }) => (
            <li key={number} className="row flex-wrap">
              <span className="med num">Version {number}</span>
              <time className="t-2" dateTime={savedAt} title={formatFull(savedAt)}>
                {formatMoment(savedAt)}
                {savedByName ? `, ${savedByName}` : ""}
              </time>
              {mayTake && number !== snippet.version ? (
                <Button
                  small
                  variant="quiet"
                  className="ml-auto"
                  aria-label={`Write on from version ${number}`}
                  onClick={() => state.take(blocks)}
                >
                  Write on from it
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
