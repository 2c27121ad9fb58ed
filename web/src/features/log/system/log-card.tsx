import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Status } from "@/components/badge.tsx";
import { LoadError } from "@/components/notice.tsx";
import { countOf, formatCount, sentence } from "@/lib/format.ts";
import { logStatusQuery } from "./queries.ts";
import "@/components/card.css";

/** What is recorded for good, in figures: for whoever runs the installation. */
export function LogCard() {
  const query = useQuery(logStatusQuery);
  if (query.isError && query.data === undefined) {
    return <LoadError what="The record of changes" error={query.error} retry={() => void query.refetch()} />;
  }
  const log = query.data;
  const unsealed = log === undefined ? 0 : log.headPosition - log.sealedTo;
  return (
    <section aria-label="Record of changes">
      <dl className="stats system-stats bg-surface">
        <Stat label="Changes recorded" value={log?.events} note="kept for good" />
        <Stat label="Notes of work done" value={log?.facts} note="what imports and jobs did" />
        <Stat
          label="Last number"
          value={log?.headPosition}
          note={log === undefined ? "" : `epoch ${log.epoch.slice(0, 8)}`}
        />
        <Stat
          label="Sealed against tampering"
          value={log?.sealedTo}
          note={unsealed <= 0 ? "all of it" : `${formatCount(unsealed)} to go, by itself`}
        />
        <div className="stat">
          <dt>Message bus</dt>
          <dd className="clip">{log === undefined ? <span className="t-3">…</span> : sentence(log.bus)}</dd>
          <dd className="note">
            {log === undefined ? (
              "…"
            ) : (
              <Status tone={log.relayLag > 0 ? "warning" : "success"}>
                {log.relayLag > 0 ? `${countOf(log.relayLag, "change", "changes")} behind` : "all sent"}
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
