import { useQuery } from "@tanstack/react-query";
import {
  Archive,
  CircleCheck,
  CircleStop,
  FilePlus2,
  Filter,
  type LucideIcon,
  Pause,
  PenLine,
  Play,
  Power,
  RefreshCw,
  RotateCcw,
  Users,
} from "lucide-react";
import { LoadError } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { Timeline, TimelineItem } from "@/components/timeline.tsx";
import { formatFull, formatMoment } from "@/lib/format.ts";
import { type Audience, type AudienceEvent, audienceHistoryQuery } from "./queries.ts";

/** What happened to a segment, a list, a domain set, an email template, a snippet or a campaign itself: who changed what, and when. */
export function AudienceHistory({ of, id }: { of: Audience; id: string }) {
  const query = useQuery(audienceHistoryQuery(of, id));
  if (query.isPending) {
    return (
      <div className="delayed flex flex-col gap-3">
        <Skeleton width="60%" />
        <Skeleton width="40%" />
      </div>
    );
  }
  if (query.isError) return <LoadError what="The history" error={query.error} retry={() => void query.refetch()} />;
  return (
    <Timeline label={`History of this ${of}`}>
      {query.data.map((event) => (
        <TimelineItem key={event.position} icon={iconOf(event)}>
          <p className="med">{event.title}</p>
          {event.changes.length === 0 ? null : <Changes of={event.changes} />}
          <p className="t-12 t-3">
            <time dateTime={event.at} title={formatFull(event.at)}>
              {formatMoment(event.at)}
            </time>
            {` · ${event.actorName ?? "Pivotal"} · ${event.sourceLabel}`}
          </p>
        </TimelineItem>
      ))}
    </Timeline>
  );
}

function Changes({ of }: { of: AudienceEvent["changes"] }) {
  return (
    <ul className="t-2">
      {of.map(({ label, old, new: now }) => (
        <li key={label} className="break-words">
          <span className="t-3">{label}: </span>
          {old === null || old === undefined ? null : (
            <>
              <del>{old}</del> <span aria-hidden="true">→ </span>
            </>
          )}
          {now ?? "nothing"}
        </li>
      ))}
    </ul>
  );
}

function iconOf({ eventType }: AudienceEvent): LucideIcon {
  if (eventType.endsWith("Created")) return FilePlus2;
  if (eventType.endsWith("Archived")) return Archive;
  if (eventType.endsWith("Restored")) return RotateCcw;
  if (eventType === "SegmentDefinitionChanged") return Filter;
  if (eventType === "SegmentSwitched") return Power;
  if (eventType === "AudienceVersionTaken") return Users;
  if (/^Campaign(Paused|Unscheduled|LaunchFailed)$/.test(eventType)) return Pause;
  if (/^Campaign(Launched|Started|Resumed|Scheduled)$/.test(eventType)) return Play;
  if (eventType === "CampaignStopped") return CircleStop;
  if (/^Campaign(Completed|Confirmed|WinnerChosen)$/.test(eventType)) return CircleCheck;
  return /Match|Refresh|Read/.test(eventType) ? RefreshCw : PenLine;
}
