import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { Tag } from "@/components/badge.tsx";
import { Card } from "@/components/card.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { useMe } from "@/features/identity/me/queries.ts";
import { messageOf } from "@/lib/api-error.ts";
import { formatCount, formatFull, formatMoment } from "@/lib/format.ts";
import { filterSentenceQuery } from "@/records/filter-queries.ts";
import { sharingName } from "@/records/sharing.ts";
import { HistoryCard } from "./history-card.tsx";
import { isSettling, type Segment, type SegmentDetail } from "./queries.ts";
import { WhyPicker } from "./why-picker.tsx";
import { membersPath, nounsOf, pathOf } from "./words.ts";
import "@/components/result.css";
import "./audience.css";

/** What it means, how many are in it, how that came, and what is known of it. */
export function OverviewTab({ segment, onWhy }: { segment: SegmentDetail; onWhy: (recordId: string) => void }) {
  return (
    <div className="result-grid">
      <div className="flex min-w-0 flex-col gap-4">
        <DefinitionCard segment={segment} />
        <HistoryCard segment={segment} />
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <CountCard segment={segment} onWhy={onWhy} />
        <AboutCard segment={segment} />
      </div>
    </div>
  );
}

function DefinitionCard({ segment }: { segment: Segment }) {
  const { noun } = nounsOf(segment.entity);
  const sentence = useQuery(filterSentenceQuery(segment.entity, segment.filter));
  return (
    <Card title="Definition">
      {sentence.isPending ? (
        <Skeleton width="80%" />
      ) : sentence.isError ? (
        <p className="c-warning">It cannot be read any more. {messageOf(sentence.error)}</p>
      ) : (
        <p className="t-14 break-words" data-testid="segment-sentence">
          {sentence.data === "" ? `Every ${noun}` : sentence.data}
        </p>
      )}
    </Card>
  );
}

function CountCard({ segment, onWhy }: { segment: Segment; onWhy: (recordId: string) => void }) {
  const { noun, nouns } = nounsOf(segment.entity);
  return (
    <Card title="Members">
      <p className="row items-baseline gap-2" role="status" aria-busy={isSettling(segment)}>
        <b className="audience-count num" data-testid="segment-members">
          {formatCount(segment.members)}
        </b>
        <span className="t-2">{segment.members === 1 ? noun : nouns}</span>
        {isSettling(segment) ? <span className="spin t-3" /> : null}
      </p>
      <p className="t-12 t-3 mb-3">
        {isSettling(segment)
          ? "Its members are being found; the number moves until every record was looked at."
          : segment.active
            ? "They come and go with the data by themselves."
            : "It is switched off: they stay as they are."}
      </p>
      {segment.archived ? null : (
        <Link className="link" to={membersPath(segment)}>
          Open as a list
        </Link>
      )}
      <div className="mt-4">
        <WhyPicker entity={segment.entity} onPick={onWhy} />
      </div>
    </Card>
  );
}

function AboutCard({ segment }: { segment: SegmentDetail }) {
  const me = useMe();
  const moment = (at: string) => <time title={formatFull(at)}>{formatMoment(at)}</time>;
  const facts: [string, ReactNode][] = [
    ...(segment.description === "" ? [] : [["For", segment.description] as [string, ReactNode]]),
    ["Who sees it", sharingName(segment, me)],
    ["Made by", segment.ownerName ?? "Somebody who is gone"],
    [
      "Tags",
      segment.tags.length === 0 ? (
        <span className="t-3">None</span>
      ) : (
        <span className="row flex-wrap gap-1">
          {segment.tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </span>
      ),
    ],
    ["Last change", moment(segment.changedAt)],
    ["Last look at all", segment.refreshedAt ? moment(segment.refreshedAt) : "Not yet"],
    ["Made", moment(segment.createdAt)],
    ["Used by", <UsedBy key="used-by" segment={segment} />],
  ];
  return (
    <Card title="Details">
      <dl className="kv">
        {facts.map(([term, value]) => (
          <div key={term} className="contents">
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

/** The segments that are defined by this one; of those that may not be seen only that they are there. */
export function UsedBy({ segment }: { segment: SegmentDetail }) {
  if (segment.usedBy.length === 0) return <span className="t-3">No other segment</span>;
  return (
    <ul className="flex flex-col gap-1">
      {segment.usedBy.map(({ id, name }) => (
        <li key={id}>
          {name ? (
            <Link className="link" to={pathOf({ entity: segment.entity, id })}>
              {name}
            </Link>
          ) : (
            "A segment that you may not see"
          )}
        </li>
      ))}
    </ul>
  );
}
