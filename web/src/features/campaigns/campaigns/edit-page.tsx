import { useMemo } from "react";
import { Navigate, useParams } from "react-router";
import { LoadError } from "@/components/notice.tsx";
import { useCrumb } from "@/shell/crumbs.tsx";
import { NotFound } from "@/shell/not-found.tsx";
import { PageSkeleton } from "@/shell/shell.tsx";
import { AudienceStep } from "./audience-step.tsx";
import { ContentStep } from "./content-step.tsx";
import { LaunchStep } from "./launch-step.tsx";
import { ReviewStep } from "./review-step.tsx";
import { ScheduleStep } from "./schedule-step.tsx";
import { useCampaign } from "./use-campaign.ts";
import { campaignPath, isStep, STEP_LABELS, stepPath } from "./words.ts";

const PAGES = {
  audience: AudienceStep,
  content: ContentStep,
  schedule: ScheduleStep,
  review: ReviewStep,
  launch: LaunchStep,
};

/** A draft on its way to its launch, one step after the other. */
export default function EditPage() {
  const { id = "", step } = useParams();
  const query = useCampaign(id);
  const campaign = query.data ?? null;
  const name = campaign?.name;
  const above = useMemo(() => (name === undefined ? undefined : { label: name, to: campaignPath({ id }) }), [name, id]);
  useCrumb(isStep(step) && above !== undefined ? STEP_LABELS[step] : undefined, above);
  if (query.isPending) return <PageSkeleton />;
  if (campaign === null && query.isError) {
    return (
      <div className="p-5">
        <LoadError what="This campaign" error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  if (campaign === null) return <NotFound what="campaign" />;
  // Launched, scheduled, archived, or not the viewer's to change: its page says which.
  if (typeof campaign.may.edit === "string") return <Navigate to={campaignPath(campaign)} replace />;
  if (!isStep(step)) return <Navigate to={stepPath(campaign, "audience")} replace />;
  const Page = PAGES[step];
  return <Page key={`${campaign.id} ${step}`} campaign={campaign} />;
}
