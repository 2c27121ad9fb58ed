import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Status } from "@/components/badge.tsx";
import { LoadError } from "@/components/notice.tsx";
import { countOf, formatCount, sentence } from "@/lib/format.ts";
import { logStatusQuery } from "./queries.ts";
import "@/components/card.css";

/** What the log holds, how far it is sealed, and whether the bus keeps up. */
export function LogCard() {
  const query = useQuery(logStatusQuery);
  if (query.isError && query.data === undefined) {
    return <LoadError what="The log's state" error={query.error} retry={() => void query.refetch()} />;
  }
  const log = query.data;
  const unsealed = log === undefined ? 0 : log.headPosition - log.sealedTo;
  return (
    <section aria-label="Event log">
      <dl className="stats system-stats bg-surface">
        <Stat
          label="Position"
          value={log?.headPosition}
          note={log === undefined ? "" : `epoch ${log.epoch.slice(0, 8)}`}
        />
        <Stat label="Events" value={log?.events} note="kept for good" />
        <Stat label="Facts" value={log?.facts} note="what work did" />
        <Stat
          label="Sealed to"
          value={log?.sealedTo}
          note={unsealed <= 0 ? "all of it" : `${formatCount(unsealed)} to go`}
        />
        <div className="stat">
          <dt>Bus</dt>
          <dd className="clip">{log === undefined ? <span className="t-3">…</span> : sentence(log.bus)}</dd>
          <dd className="note">
            {log === undefined ? (
              "…"
            ) : (
              <Status tone={log.relayLag > 0 ? "warning" : "success"}>
                {log.relayLag > 0 ? `${countOf(log.relayLag, "event", "events")} behind` : "all sent"}
              </Status>
            )}
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Stat({ label, value, note }: { label: string; value: number | undefined; note: ReactNode }) {
  return (
    <div className="stat">
      <dt>{label}</dt>
      <dd>{value === undefined ? <span className="t-3">…</span> : formatCount(value)}</dd>
      <dd className="note">{note}&nbsp;</dd>
    </div>
  );
}
