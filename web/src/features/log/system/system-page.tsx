import { useQuery } from "@tanstack/react-query";
import { PageHead } from "@/components/page-head.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { HealthCard } from "./health-card.tsx";
import { JobsCard } from "./jobs-card.tsx";
import { LogCard } from "./log-card.tsx";
import { ProjectionsCard } from "./projections-card.tsx";
import { projectionsQuery } from "./queries.ts";
import { RoutineCard } from "./routine-card.tsx";
import "./system.css";

/** Is everything well, and the work people wait for; what only an engineer asks is behind a disclosure. */
export default function SystemPage() {
  const maySee = useMay("PROJECTIONS_VIEW");
  const projections = useQuery({ ...projectionsQuery, enabled: maySee }).data ?? [];
  const stopped = projections.some((projection) => projection.state === "STOPPED");
  const mayActOnProjections = useMay("PROJECTIONS_MANAGE");
  const mayActOnJobs = useMay("JOBS_MANAGE");
  return (
    <div className="scroll bg-well">
      <PageHead title="System" />
      <div className="system">
        {maySee ? <HealthCard /> : null}
        <JobsCard mayAct={mayActOnJobs} />
        {/* Opens by itself when the way out stands inside. */}
        <details className="technical" open={stopped || undefined}>
          <summary>Technical details</summary>
          <div className="system-parts">
            {maySee ? <ProjectionsCard mayAct={mayActOnProjections} /> : null}
            <RoutineCard />
            {maySee ? <LogCard /> : null}
          </div>
        </details>
      </div>
    </div>
  );
}
