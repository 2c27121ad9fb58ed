import { useQuery } from "@tanstack/react-query";
import { Card } from "@/components/card.tsx";
import { TextField } from "@/components/field.tsx";
import { LoadError } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { type ContentDraft, withName } from "./content.ts";
import { type CampaignLink, linksQuery } from "./check-queries.ts";

/** The links of what was saved, each with a name for reports. */
export function LinkNames({
  campaignId,
  digest,
  draft,
  error,
  onChange,
}: {
  campaignId: string;
  digest: string;
  draft: ContentDraft;
  error: string | undefined;
  onChange: (change: (draft: ContentDraft) => ContentDraft) => void;
}) {
  const query = useQuery(linksQuery(campaignId, digest));
  const links = query.data ?? [];
  return (
    <Card title="Links" sub="what reports call them">
      {query.isError ? (
        <LoadError what="Links" error={query.error} retry={() => void query.refetch()} />
      ) : query.isPending ? (
        <Skeleton width="60%" />
      ) : links.length === 0 ? (
        <p className="t-2">There is no link in it that is counted.</p>
      ) : (
        <div className="flex flex-col gap-3">
          {byNumber(links).map(([n, urls]) => (
            <TextField
              key={n}
              label={`Link ${n}`}
              hint={urls.join(", ")}
              placeholder={urls[0]}
              value={draft.names.find((one) => one.n === n)?.name ?? ""}
              onChange={(event) => onChange((now) => withName(now, n, event.target.value))}
            />
          ))}
          {error === undefined ? null : (
            <p className="error" role="alert">
              {error}
            </p>
          )}
        </div>
      )}
    </Card>
  );
}

/** One number may stand for another address in each variant. */
function byNumber(links: readonly CampaignLink[]): [number, string[]][] {
  const found = new Map<number, string[]>();
  for (const { n, url } of links) found.set(n, [...new Set([...(found.get(n) ?? []), url])]);
  return [...found].toSorted(([one], [other]) => one - other);
}
