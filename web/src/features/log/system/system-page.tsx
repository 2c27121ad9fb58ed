import { PageHead } from "@/components/page-head.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { JobsCard } from "./jobs-card.tsx";
import { LogCard } from "./log-card.tsx";
import { ProjectionsCard } from "./projections-card.tsx";
import "./system.css";

/** Is everything well: the log, what is read from it, and the work waiting. Each part only for who may see it. */
export default function SystemPage() {
  const maySee = useMay("PROJECTIONS_VIEW");
  const mayActOnProjections = useMay("PROJECTIONS_MANAGE");
  const mayActOnJobs = useMay("JOBS_MANAGE");
  return (
    <div className="scroll bg-well">
      <PageHead title="System" />
      <div className="system">
        {maySee ? <LogCard /> : null}
        {maySee ? <ProjectionsCard mayAct={mayActOnProjections} /> : null}
        <JobsCard mayAct={mayActOnJobs} />
      </div>
    </div>
  );
}
