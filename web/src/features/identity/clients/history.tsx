import { useQuery } from "@tanstack/react-query";
import { Archive, Eye, FileText, History as Clock, ListChecks, type LucideIcon, Tag } from "lucide-react";
import { LoadError } from "@/components/notice.tsx";
import { Timeline, TimelineItem } from "@/components/timeline.tsx";
import { formatMoment } from "@/lib/format.ts";
import { PageSkeleton } from "@/shell/shell.tsx";
import { type Client, clientHistoryQuery } from "./queries.ts";

function iconOf(eventType: string): LucideIcon {
  if (eventType.startsWith("ClientView")) return Eye;
  if (eventType.startsWith("ClientBrand")) return Tag;
  if (eventType.startsWith("ClientList")) return ListChecks;
  if (eventType === "ClientTermsSet") return FileText;
  if (eventType === "ClientArchived") return Archive;
  return Clock;
}

/** All that happened to the client, also who looked at what its people see. */
export function History({ client }: { client: Client }) {
  const query = useQuery(clientHistoryQuery(client.id));
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <LoadError what="The history" error={query.error} retry={() => void query.refetch()} />;
  return (
    <Timeline label="What happened">
      {query.data.map((act) => (
        <TimelineItem key={act.position} icon={iconOf(act.eventType)}>
          <p className="med">{act.title}</p>
          {act.text ? <p className="whitespace-pre-wrap">{act.text}</p> : null}
          <p className="t-12 t-3">{[formatMoment(act.at), act.actorName ?? "Pivotal"].join(" · ")}</p>
        </TimelineItem>
      ))}
    </Timeline>
  );
}
