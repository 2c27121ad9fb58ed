import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Card } from "@/components/card.tsx";
import { LoadError } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { Timeline, TimelineItem } from "@/components/timeline.tsx";
import { formatAge, formatFull } from "@/lib/format.ts";
import { useCatalogue } from "./catalogue.ts";
import { fieldText } from "./field-value.tsx";
import { EntryRequest, EntrySource, iconOf } from "./history-entry.tsx";
import { folded } from "./history-fold.ts";
import { type HistoryEntry, historyQuery } from "./history-queries.ts";
import { isReference } from "./named-value.tsx";
import type { RecordBase, RecordKind } from "./record-kind.ts";
import { EVERYTHING } from "./timeline-wanted.ts";

const SHOWN = 4;

/** The newest of what happened to the record, in a line each; the rest is a press away. */
export function Lately({ kind, record }: { kind: RecordKind; record: RecordBase }) {
  const query = useInfiniteQuery(historyQuery(kind, record.id, EVERYTHING));
  const entries = folded(query.data?.pages[0]?.edges.map((edge) => edge.node) ?? []).slice(0, SHOWN);
  return (
    <Card
      title="Lately"
      aside={
        <Link className="link" to="?tab=history" replace>
          History
        </Link>
      }
    >
      {query.isError ? (
        <LoadError what="The history" error={query.error} retry={() => void query.refetch()} />
      ) : query.isPending ? (
        <div className="delayed">
          <Skeleton width="70%" />
        </div>
      ) : entries.length === 0 ? (
        <p className="t-3">Nothing has happened to this {kind.noun} yet.</p>
      ) : (
        <Timeline label="Lately">
          {entries.map((entry) => (
            <TimelineItem key={entry.position} icon={iconOf(entry)}>
              <p className="clip">
                <Words kind={kind} entry={entry} />
              </p>
              <p className="t-12 t-3 clip">
                <EntrySource entry={entry} />
                <EntryRequest entry={entry} />
                {entry.actorName ? ` · ${entry.actorName}` : ""} ·{" "}
                <time dateTime={entry.at} title={formatFull(entry.at)}>
                  {formatAge(entry.at)}
                </time>
              </p>
            </TimelineItem>
          ))}
        </Timeline>
      )}
    </Card>
  );
}

/** "Employees 980 → 1,240" where one value was changed and says something by itself; else the server's words. */
function Words({ kind, entry }: { kind: RecordKind; entry: HistoryEntry }) {
  const catalogue = useCatalogue(kind.entity) ?? [];
  const given = entry.changes.filter((change) => !change.kept && !change.derived);
  const [change] = given;
  const definition = catalogue.find(({ key }) => key === change?.field);
  if (change === undefined || definition === undefined || given.length > 1 || /created/i.test(entry.eventType)) {
    return entry.title;
  }
  if (isReference(change.old) || isReference(change.new)) return entry.title;
  const [was, is] = [change.old, change.new].map((value) => fieldText(definition, value ?? null) || "empty");
  return `${change.label} ${was} → ${is}`;
}
