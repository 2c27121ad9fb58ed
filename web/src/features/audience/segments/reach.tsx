import { useQuery } from "@tanstack/react-query";
import { ChevronRight, Mail, Phone } from "lucide-react";
import { Link } from "react-router";
import { Icon } from "@/components/icon.tsx";
import { LoadError } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { formatCount } from "@/lib/format.ts";
import type { Json } from "@/lib/json.ts";
import { type ReachChannel, reachQuery } from "./queries.ts";
import { CHANNELS, listPath, reasonWords, within } from "./words.ts";
import "@/components/progress.css";

const ICONS = { EMAIL: Mail, PHONE: Phone };

/** How many of the contacts can be emailed and called, and why the others cannot. Every number opens whom it counts. */
export function Reach({ filter, enabled }: { filter: Json; enabled: boolean }) {
  const query = useQuery(reachQuery(filter, enabled));
  const reach = query.data;
  if (query.isError) {
    return <LoadError what="Who can be reached" error={query.error} retry={() => void query.refetch()} />;
  }
  if (reach === undefined) {
    return (
      <div className="delayed audience-rows" aria-hidden="true">
        {[90, 60, 60, 80, 70, 50].map((width, index) => (
          <Skeleton key={index} width={`${width}%`} />
        ))}
      </div>
    );
  }
  return (
    <div className={`flex flex-col gap-4 ${query.isPlaceholderData ? "opacity-60" : ""}`} data-testid="audience-reach">
      <section aria-label="Reachable">
        {reach.channels.map(({ channel, reachable, reachableFilter }) => (
          <div key={channel} className="audience-reach">
            <Row
              to={listPath("CONTACT", within(filter, reachableFilter))}
              icon={ICONS[channel]}
              label={CHANNELS[channel].by}
              count={reachable}
              whole={`${formatCount(reachable)} of ${formatCount(reach.count)} ${CHANNELS[channel].reachable}`}
            />
            <div className="bar" aria-hidden="true">
              <span style={{ width: `${reach.count === 0 ? 0 : (reachable / reach.count) * 100}%` }} />
            </div>
          </div>
        ))}
      </section>
      {reach.channels.map((channel) => (
        <Excluded key={channel.channel} by={channel} count={reach.count} filter={filter} />
      ))}
    </div>
  );
}

function Excluded({ by, count, filter }: { by: ReachChannel; count: number; filter: Json }) {
  const { channel, reachable, excluded } = by;
  const title = CHANNELS[channel].excluded;
  return (
    <section aria-label={title}>
      <h2 className="row semi mb-2 justify-between">
        {title} <span className="num">{formatCount(count - reachable)}</span>
      </h2>
      {count === reachable ? <p className="t-2">Nobody is excluded.</p> : null}
      <ul>
        {excluded
          .filter((part) => part.count > 0)
          .map((part) => (
            <li key={part.reason}>
              <Row
                to={listPath("CONTACT", within(filter, part.filter))}
                label={reasonWords(part.reason, channel)}
                count={part.count}
              />
            </li>
          ))}
      </ul>
    </section>
  );
}

/** `whole`: the same in a sentence, for those who do not see the bar. */
function Row({
  to,
  icon,
  label,
  count,
  whole,
}: {
  to: string;
  icon?: typeof Mail;
  label: string;
  count: number;
  whole?: string;
}) {
  return (
    <Link className="audience-row" to={to} aria-label={whole === undefined ? undefined : `${label}: ${whole}`}>
      {icon === undefined ? null : <Icon as={icon} size="sm" />}
      <span className="clip">{label}</span>
      <span className="num audience-row-count">{formatCount(count)}</span>
      <Icon as={ChevronRight} size="sm" />
    </Link>
  );
}
