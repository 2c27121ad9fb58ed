import { useQuery, useQueryClient } from "@tanstack/react-query";
import { CircleAlert, CircleCheck, LoaderCircle } from "lucide-react";
import { useEffect } from "react";
import { Icon } from "@/components/icon.tsx";
import { LoadError } from "@/components/notice.tsx";
import { countOf } from "@/lib/format.ts";
import { type Projection, projectionsQuery, routineQuery, watchProjections } from "./queries.ts";
import { partName } from "./words.ts";

/** Is everything well: one sentence, and what to do when it is not. */
export function HealthCard() {
  const client = useQueryClient();
  const query = useQuery(projectionsQuery);
  const projections = query.data;
  const parked = (useQuery(routineQuery).data ?? []).reduce((sum, kind) => sum + kind.parked, 0);
  useEffect(() => watchProjections((news) => client.setQueryData(projectionsQuery.queryKey, news)), [client]);
  if (query.error !== null) {
    return <LoadError what="The health of the system" error={query.error} retry={() => void query.refetch()} />;
  }
  if (projections === undefined) return null;
  const { tone, icon, title, text } = verdict(projections, parked);
  return (
    <section className="card health" aria-label="Health" aria-live="polite">
      <span className={`health-mark ${tone}`}>
        <Icon as={icon} size="lg" />
      </span>
      <div className="grow">
        <h2 className="t-14 semi">{title}</h2>
        <p className="t-2">{text}</p>
      </div>
    </section>
  );
}

function verdict(projections: readonly Projection[], parked: number) {
  const stopped = projections.filter((projection) => projection.state === "STOPPED");
  const behind = Math.max(0, ...projections.map((projection) => projection.lagEvents));
  if (stopped.length > 0) {
    return {
      tone: "danger",
      icon: CircleAlert,
      title: `Stopped updating: ${stopped.map(({ name }) => partName(name).toLowerCase()).join(", ")}`,
      text: "Nothing is lost, but what is shown there is not the newest. The way out stands below.",
    };
  }
  if (parked > 0) {
    return {
      tone: "warning",
      icon: CircleAlert,
      title: `${countOf(parked, "piece", "pieces")} of background work failed`,
      text: "It is in the list of background work. Try it again there.",
    };
  }
  if (behind > 100) {
    return {
      tone: "info",
      icon: LoaderCircle,
      title: "Lists are catching up",
      text: `${countOf(behind, "change", "changes")} will show in a moment.`,
    };
  }
  return {
    tone: "success",
    icon: CircleCheck,
    title: "Everything is working",
    text: "All lists show the newest changes, and no background work needs you.",
  };
}
